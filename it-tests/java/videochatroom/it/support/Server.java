package videochatroom.it.support;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The server under test, as the build's system properties describe it.
 *
 * <p>It is addressed as {@code localhost}, since a browser gives camera and microphone to no other plain http origin.
 */
public final class Server {

    private Server() {}

    /** Which server it is, by the name that {@code arquillian.xml} has for it. */
    public static String kind() {
        return property("arquillian.launch");
    }

    /** Where the WAR is, with the slash at its end. */
    public static URI base() {
        return baseOf("video-chat-room");
    }

    /** Where the same WAR is under another name. */
    public static URI baseOfOtherName() {
        return baseOf("talk");
    }

    /** The origin of a browser that opened one of the server's pages. */
    public static String origin() {
        return "http://localhost:" + property("it.http.port");
    }

    /** The port of the origin that {@code frontend.url} lists. */
    public static int otherOriginPort() {
        return Integer.parseInt(property("it.other-origin.port"));
    }

    /** The origin that {@code frontend.url} lists. */
    public static String otherOrigin() {
        return "http://localhost:" + otherOriginPort();
    }

    /** What {@code operator.token} is. */
    public static String operatorToken() {
        return property("it.operator.token");
    }

    /** The address of the websocket. */
    public static URI signaling() {
        return signalingOf(base());
    }

    /** The address of the websocket of a deployment. */
    public static URI signalingOf(URI base) {
        return URI.create("ws" + base.toString().substring("http".length()) + "api/signaling");
    }

    /** Where the server writes what it has to say. */
    public static Path logFile() {
        return Path.of(property("it.server.log"));
    }

    /** What the server has had to say so far. */
    public static String log() {
        try {
            return Files.readString(logFile(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The server's log cannot be read: " + logFile(), e);
        }
    }

    /** Below the build's directory. */
    public static Path target(String... more) {
        return Path.of(property("it.target"), more);
    }

    private static URI baseOf(String contextPath) {
        return URI.create(origin() + "/" + contextPath + "/");
    }

    static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("Run by the build only: the system property " + name + " is missing");
        }
        return value;
    }
}
