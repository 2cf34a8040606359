package videochatroom.it.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One more deployment of the WAR in the container under test, which a test deploys again and takes away. Uses the
 * administration command that an operator of the container uses.
 */
public final class FurtherDeployment implements AutoCloseable {

    private static final String NAME = "further";
    private static final String WAR = Project.target("video-chat-room.war").toString();

    /** One class of the application. A heap has it once for each copy of the application that is in memory. */
    private static final String ONE_CLASS = "videochatroom.config.Settings";

    private FurtherDeployment() {}

    /** Skips the test unless the container lets applications come and go while it runs. */
    public static void require() {
        assumeTrue(
                List.of("payara-server", "wildfly").contains(Server.kind()),
                "Payara Micro deploys when it starts, and has no command for later");
    }

    /** Deploys the WAR. Returns when it works. */
    public static FurtherDeployment deploy() {
        administer(
                List.of("deploy", "--name=" + NAME, "--contextroot=" + NAME, WAR),
                "deploy " + WAR + " --name=" + NAME + ".war");
        return new FurtherDeployment();
    }

    /** Deploys the WAR in place of itself. Returns when the new one works. */
    public void redeploy() {
        administer(List.of("redeploy", "--name=" + NAME, WAR), "deploy --force " + WAR + " --name=" + NAME + ".war");
    }

    /** Takes the deployment away. Returns when it is gone. */
    public void undeploy() {
        administer(List.of("undeploy", NAME), "undeploy " + NAME + ".war");
    }

    /** The address of the signaling WebSocket. */
    public URI signaling() {
        return Server.signalingOf(Server.base().resolve("../" + NAME + "/"));
    }

    /**
     * How many copies of the application are in the server's memory: those that are deployed, and those that something
     * keeps from being collected, such as a thread or a timer. Collects garbage first.
     */
    public static long copiesInMemory() {
        occupyWorkers();
        return Jcmd.run(serverPid(), "GC.class_histogram")
                .lines()
                .filter(line -> line.strip().endsWith(" " + ONE_CLASS))
                .count();
    }

    /** Requests pages of another deployment. A worker of WildFly keeps its last request until it gets another one. */
    private static void occupyWorkers() {
        try {
            for (int request = 0; request < 50; request++) {
                RawHttp.get(Server.base().getPath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the deployment away if a test has failed before it did. */
    @Override
    public void close() {
        run(List.of("undeploy", NAME), "undeploy " + NAME + ".war");
    }

    private static void administer(List<String> asadmin, String jbossCli) {
        run(asadmin, jbossCli).orThrow();
    }

    private static Shell.Result run(List<String> asadmin, String jbossCli) {
        String port = System.getProperty("it.admin.port");
        Stream<String> arguments = Server.isPayara()
                ? Stream.concat(Stream.of("--port=" + port), asadmin.stream())
                : Stream.of("--connect", "--controller=localhost:" + port, "--command=" + jbossCli);
        List<String> start = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("it.admin.command"));
        return Shell.run(Stream.concat(start.stream(), arguments).toList());
    }

    /** Payara Server writes its process ID into a file. WildFly is a child of the tests. */
    private static long serverPid() {
        if (!Server.isPayara()) {
            return ProcessHandle.current()
                    .descendants()
                    .filter(process -> process.info().command().orElse("").endsWith("/java"))
                    .findFirst()
                    .orElseThrow()
                    .pid();
        }
        try {
            return Long.parseLong(Files.readString(Path.of(System.getProperty("it.server.pid")))
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
