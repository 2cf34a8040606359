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
 * The server under test. It is one of three: a running server at the address of the system property {@code it.address};
 * the container that a module of {@code it-tests} describes by system properties; or the runnable jar, started for the
 * tests.
 *
 * <p>Its host name is {@code localhost}: over plain HTTP, browsers grant camera and microphone to loopback hosts only.
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

    /** The container's qualifier in {@code arquillian.xml}, or {@code runnable-jar}. */
    public static String kind() {
        return property("arquillian.launch").orElse("runnable-jar");
    }

    /** Whether it is Payara Micro or Payara Server. The runnable jar contains Payara Micro. */
    public static boolean isPayara() {
        return !kind().equals("wildfly");
    }

    /** Whether Arquillian deploys the WAR to it. */
    public static boolean isContainer() {
        return GIVEN.isEmpty() && property("arquillian.launch").isPresent();
    }

    /** The address of the deployed WAR, with a slash at its end. */
    public static URI base() {
        return GIVEN.orElseGet(() -> URI.create("http://localhost:" + PORT + "/" + NAME + "/"));
    }

    /** The address of the second deployment of the WAR, under another name. Skips the test for a running server. */
    public static URI baseOfOtherName() {
        assumeTrue(GIVEN.isEmpty(), "a server that was running already has the application under one name");
        return base().resolve("../" + OTHER_NAME + "/");
    }

    /** The origin of the server's pages. */
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

    /** The value of the setting {@code operator.token}. */
    public static String operatorToken() {
        return property("it.operator.token").orElseGet(() -> TestSettings.value("operator.token"));
    }

    /** The address of the signaling WebSocket. */
    public static URI signaling() {
        return signalingOf(base());
    }

    /** The address of the signaling WebSocket of another deployment. */
    public static URI signalingOf(URI base) {
        return URI.create("ws" + base.toString().substring("http".length()) + "api/signaling");
    }

    /** Starts the runnable jar if it is the server under test and is not running. */
    static synchronized void startRunnableJar() {
        if (GIVEN.isEmpty() && !isContainer() && runnableJar == null) {
            runnableJar = UberJar.startWith(
                    PORT,
                    TestSettings.environment(),
                    List.of("--deploy", otherWar().toString()));
            runnableJar.awaitAddress();
        }
    }

    /** Stops the runnable jar if it was started. */
    static synchronized void stopRunnableJar() {
        if (runnableJar != null) {
            runnableJar.close();
            runnableJar = null;
        }
    }

    /** The server's log so far. Skips the test if the log is not known. */
    public static String log() {
        Optional<String> known = knownLog();
        assumeTrue(known.isPresent(), "the log of a server that was running already is not known");
        return known.get();
    }

    /** The server's log so far, if it is known. */
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
            throw new UncheckedIOException("The WAR is missing. Build it: mvn -DskipTests package", e);
        }
    }

    private static URI withSlash(String address) {
        return URI.create(address.endsWith("/") ? address : address + "/");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the server's log: " + file, e);
        }
    }
}
