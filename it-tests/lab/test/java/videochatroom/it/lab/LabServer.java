package videochatroom.it.lab;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import videochatroom.it.support.UberJar;

/**
 * The packaged product on a machine of the public network. At the port that a firewall lets pass where it lets pass
 * nothing else.
 */
final class LabServer implements AutoCloseable {

    private static final int PORT = 443;

    private final Node node;
    private Map<String, String> settings = Map.of();
    private UberJar server;

    LabServer(Node node) {
        this.node = node;
    }

    /** Runs with such settings from now on. */
    LabServer with(Map<String, String> wanted) {
        boolean runs = server != null && server.isAlive();
        if (runs && settings.equals(wanted)) {
            return this;
        }
        if (runs) {
            server.kill();
        }
        settings = Map.copyOf(wanted);
        start(List.of());
        return this;
    }

    /** Where a page of the server's comes from. */
    String origin(Family family) {
        return "http://" + (family.has4() ? node.address4() : "[" + node.address6() + "]") + ":" + PORT;
    }

    URI room(String name, Family family) {
        return URI.create(origin(family) + "/video-chat-room/" + name);
    }

    /** Starts it again, in the middle of calls. */
    void startAgain() {
        // it would take the processor from the browsers otherwise, whose pictures are being measured
        start(List.of("nice", "-n", "5"));
    }

    /** Ends it as a crash does. */
    void kill() {
        server.kill();
    }

    /** Ends it as an operator does. */
    void stop() {
        server.stop();
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }

    private void start(List<String> by) {
        List<String> before = new ArrayList<>(node.namespace().enteringNoted());
        before.addAll(by);
        server = UberJar.startBy(before, PORT, settings);
        server.awaitAddress();
    }
}
