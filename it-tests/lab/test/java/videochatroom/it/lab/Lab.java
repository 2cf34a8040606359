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
 * A public network with a TURN server, the product, and a house for each person, behind whichever router a test wants.
 *
 * <p>Everything in it ends with {@link #close}, or else with this process; what runs on all the same is ended by the
 * next one.
 */
final class Lab implements AutoCloseable {

    private final Path directory = Project.target("lab");
    private final Path notes = directory.resolve("processes");
    private final Deque<AutoCloseable> built = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::closeAll, "end of the lab");
    private final Map<String, House> houses = new HashMap<>();
    private Internet internet;
    private TurnServer turn;
    private LabServer server;

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

    /** The server, which tells browsers of these from now on. */
    LabServer server(IceMode mode) {
        return server(mode, Map.of());
    }

    /** The same with further settings. */
    LabServer server(IceMode mode, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("ICE_SERVERS", mode.addresses(turn));
        all.putIfAbsent("ICE_TURN_SECRET", TurnServer.SECRET);
        all.put("SEAT_KEY_FILE", directory.resolve("seat-key").toString());
        return server.with(all);
    }

    /** Somebody's house with such addresses, which stands behind such a router from now on. */
    House house(String name, Nat nat, Family family) {
        String itsName = name + "-" + family.name().toLowerCase(Locale.ROOT);
        return houses.computeIfAbsent(itsName, n -> new House(kept(internet.house(n)), family, kind -> router(n, kind)))
                .behind(nat);
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
        server = kept(new LabServer(node("server")));
    }

    private Router router(String house, Nat nat) {
        return new Router(internet, node("router-of-" + house), nat);
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
