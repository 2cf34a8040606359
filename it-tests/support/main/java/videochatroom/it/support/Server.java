package videochatroom.it.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The server under test. It is one of three: the one whose address the system property {@code it.address} has, the
 * container that a module of {@code it-tests} describes by system properties, or else the runnable jar, started for the
 * tests.
 *
 * <p>It is addressed as {@code localhost}, since a browser gives camera and microphone to no other plain http origin.
 */
public final class Server {

    private static final String NAME = "video-chat-room";
    private static final String OTHER_NAME = "talk";

    private static final Optional<URI> GIVEN = property("it.address").map(Server::withSlash);
    private static final int PORT =
            property("it.http.port").map(Integer::valueOf).orElseGet(UberJar::freePort);
    private static final int OTHER_ORIGIN_PORT =
            property("it.other-origin.port").map(Integer::valueOf).orElseGet(UberJar::freePort);

    private static UberJar runnableJar;

    private Server() {}

    /** Which server it is, by the name that {@code arquillian.xml} has for it. */
    public static String kind() {
        return property("arquillian.launch").orElse("runnable-jar");
    }

    /** Whether it is one of Payara's. */
    public static boolean isPayara() {
        return !kind().equals("wildfly");
    }

    /** Whether Arquillian deploys the WAR in it. */
    public static boolean isContainer() {
        return GIVEN.isEmpty() && property("arquillian.launch").isPresent();
    }

    /** Where the WAR is, with the slash at its end. */
    public static URI base() {
        return GIVEN.orElseGet(() -> URI.create("http://localhost:" + PORT + "/" + NAME + "/"));
    }

    /** Where the same WAR is under another name. A test is skipped if it is not known to be there. */
    public static URI baseOfOtherName() {
        assumeTrue(GIVEN.isEmpty(), "a server that was running already has the application under one name");
        return base().resolve("../" + OTHER_NAME + "/");
    }

    /** The origin of a browser that opened one of the server's pages. */
    public static String origin() {
        return base().resolve("/").toString().replaceAll("/$", "");
    }

    /** The port of the origin that {@code frontend.url} lists. */
    public static int otherOriginPort() {
        return OTHER_ORIGIN_PORT;
    }

    /** The origin that {@code frontend.url} lists. */
    public static String otherOrigin() {
        return "http://localhost:" + otherOriginPort();
    }

    /** What {@code operator.token} is. */
    public static String operatorToken() {
        return property("it.operator.token").orElseGet(() -> TestSettings.value("operator.token"));
    }

    /** The address of the websocket. */
    public static URI signaling() {
        return signalingOf(base());
    }

    /** The address of the websocket of a deployment. */
    public static URI signalingOf(URI base) {
        return URI.create("ws" + base.toString().substring("http".length()) + "api/signaling");
    }

    /** Starts the runnable jar if that is the server under test and it does not run. */
    static synchronized void startRunnableJar() {
        if (GIVEN.isEmpty() && !isContainer() && runnableJar == null) {
            runnableJar = UberJar.startWith(
                    PORT,
                    TestSettings.environment(),
                    List.of("--deploy", otherWar().toString()));
            runnableJar.awaitAddress();
        }
    }

    /** Ends what was started. */
    static synchronized void stopRunnableJar() {
        if (runnableJar != null) {
            runnableJar.close();
            runnableJar = null;
        }
    }

    /** What the server has had to say so far. A test is skipped if that is not known. */
    public static String log() {
        Optional<String> known = knownLog();
        assumeTrue(known.isPresent(), "the log of a server that was running already is not known");
        return known.get();
    }

    /** What the server has had to say so far, if that is known. */
    static Optional<String> knownLog() {
        if (runnableJar != null) {
            return Optional.of(runnableJar.output());
        }
        return property("it.server.log").map(Path::of).map(Server::read);
    }

    static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }

    private static Path otherWar() {
        Path copy = Project.target("servers", OTHER_NAME + ".war");
        try {
            Files.createDirectories(copy.getParent());
            return Files.copy(Project.target(NAME + ".war"), copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Is it built? mvn -DskipTests package", e);
        }
    }

    private static URI withSlash(String address) {
        return URI.create(address.endsWith("/") ? address : address + "/");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The server's log cannot be read: " + file, e);
        }
    }
}
