package videochatroom.it.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import videochatroom.it.support.Server;

/**
 * A public network with a TURN server, the product, and as many houses behind routers as somebody wants.
 *
 * <p>Everything in it ends with {@link #close}, or else with this process; what runs on all the same is ended by the
 * next one.
 */
final class Lab implements AutoCloseable {

    private final Path directory = Server.target("lab");
    private final Path notes = directory.resolve("processes");
    private final Deque<AutoCloseable> built = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::closeAll, "end of the lab");
    private final Map<IceMode, LabServer> servers = new EnumMap<>(IceMode.class);
    private Internet internet;
    private TurnServer turn;
    private int houses;

    private Lab() {}

    /** Builds one, or skips the tests where this machine does not permit it. */
    static Lab build() {
        Permit.require();
        var lab = new Lab();
        Runtime.getRuntime().addShutdownHook(lab.atExit);
        try {
            lab.begin();
            return lab;
        } catch (RuntimeException | Error e) {
            lab.close();
            throw e;
        }
    }

    TurnServer turn() {
        return turn;
    }

    /** The server that tells browsers of these; it starts when it is first asked for. */
    LabServer server(IceMode mode) {
        return servers.computeIfAbsent(mode, m -> server(m, Map.of()));
    }

    /** A server with settings of its own. */
    LabServer server(IceMode mode, Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("ICE_SERVERS", mode.addresses(turn));
        all.put("ICE_TURN_SECRET", TurnServer.SECRET);
        Node node = node("server");
        all.put("SEAT_KEY_FILE", directory.resolve("seat-key-" + node.number()).toString());
        all.putAll(settings);
        return kept(new LabServer(node, directory, all));
    }

    /** A house behind such a router. */
    House house(String name, Nat nat, Family family) {
        Router router = router(name, nat);
        return new House(kept(router.namespaceBehind(name + ++houses)), family, router);
    }

    /** A router that a house may take later. */
    Router router(String name, Nat nat) {
        return new Router(internet, node("router-of-" + name), nat);
    }

    /** Where browsers' commands and logs are. */
    Path directory() {
        return directory;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        closeAll();
    }

    private void begin() {
        try {
            Files.createDirectories(directory);
            Leftovers.end(notes);
            Files.deleteIfExists(directory.resolve("certificate.p12"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        internet = new Internet(kept(Namespace.first("internet", notes)));
        turn = kept(new TurnServer(node("turn"), directory));
    }

    private Node node(String name) {
        Node node = internet.node(name);
        kept(node.namespace());
        return node;
    }

    private <T extends AutoCloseable> T kept(T part) {
        built.push(part);
        return part;
    }

    /** The last first, and each whatever became of the others. */
    private void closeAll() {
        RuntimeException failed = null;
        while (!built.isEmpty()) {
            try {
                built.pop().close();
            } catch (Exception e) {
                failed = failed == null ? new IllegalStateException("Parts of the lab may be left") : failed;
                failed.addSuppressed(e);
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
