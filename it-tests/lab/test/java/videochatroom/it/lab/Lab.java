package videochatroom.it.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import videochatroom.it.support.Project;

/**
 * A public network with a TURN server, the server under test, and a host for each participant behind the router that a
 * test chooses.
 *
 * <p>All processes end with {@link #close}, or with this process. The next lab ends those that survive both.
 */
final class Lab implements AutoCloseable {

    private final Path directory = Project.target("lab");
    private final Path pidFile = directory.resolve("processes");
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::closeAll, "end of the lab");
    private final Map<String, Host> hosts = new HashMap<>();
    private Internet internet;
    private TurnServer turn;
    private LabServer server;

    private Lab() {}

    /** Builds a lab, or skips the tests where this machine does not permit it. */
    static Lab build() {
        LabPrerequisites.require();
        var lab = new Lab();
        Runtime.getRuntime().addShutdownHook(lab.atExit);
        try {
            lab.start();
            return lab;
        } catch (RuntimeException | Error e) {
            lab.close();
            throw e;
        }
    }

    TurnServer turn() {
        return turn;
    }

    /** The server, configured with these ICE servers from now on. */
    LabServer server(IceMode mode) {
        return server(mode, Map.of());
    }

    /** The server, configured with these ICE servers and further settings from now on. */
    LabServer server(IceMode mode, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("ICE_SERVERS", mode.addresses(turn));
        all.putIfAbsent("ICE_TURN_SECRET", TurnServer.SECRET);
        all.put("SEAT_KEY_FILE", directory.resolve("seat-key").toString());
        return server.withSettings(all);
    }

    /** A person's host with this address family, behind a router of this kind from now on. */
    Host host(String name, Nat nat, AddressFamily family) {
        String hostName = name + "-" + family.name().toLowerCase(Locale.ROOT);
        return hosts.computeIfAbsent(
                        hostName, n -> new Host(register(internet.host(n)), family, kind -> router(n, kind)))
                .behind(nat);
    }

    /** The directory of the browsers' commands and of the logs. */
    Path directory() {
        return directory;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        closeAll();
    }

    private void start() {
        try {
            Files.createDirectories(directory);
            StaleProcesses.end(pidFile);
            Files.deleteIfExists(directory.resolve("certificate.p12"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        internet = new Internet(register(Namespace.first("internet", pidFile)));
        turn = register(new TurnServer(node("turn"), directory));
        server = register(new LabServer(node("server")));
    }

    private Router router(String host, Nat nat) {
        return new Router(internet, node("router-of-" + host), nat);
    }

    private Node node(String name) {
        Node node = internet.node(name);
        register(node.namespace());
        return node;
    }

    private <T extends AutoCloseable> T register(T part) {
        parts.push(part);
        return part;
    }

    /** In reverse order. Closes every part even if others fail. */
    private void closeAll() {
        RuntimeException failed = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                failed = failed == null ? new IllegalStateException("Parts of the lab may still be running") : failed;
                failed.addSuppressed(e);
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
