package videochatroom.it.lab;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import videochatroom.it.support.UberJar;

/**
 * The runnable jar on a machine of the public network. It listens on port 443, the only one that every firewall of the
 * lab allows.
 */
final class LabServer implements AutoCloseable {

    private static final int PORT = 443;

    private final Node node;
    private Map<String, String> settings = Map.of();
    private UberJar server;

    LabServer(Node node) {
        this.node = node;
    }

    /** Runs with these settings from now on. Restarts the server if they differ. */
    LabServer withSettings(Map<String, String> wanted) {
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

    /** The origin of the server's pages, for a host with this address family. */
    String origin(AddressFamily family) {
        return "http://" + (family.hasIpv4() ? node.address4() : "[" + node.address6() + "]") + ":" + PORT;
    }

    URI room(String name, AddressFamily family) {
        return URI.create(origin(family) + "/video-chat-room/" + name);
    }

    /** Starts the server again during a call. */
    void startAgain() {
        // otherwise its start would take the processor from the browsers whose video is measured
        start(List.of("nice", "-n", "5"));
    }

    /** Kills the server, as a crash does. */
    void kill() {
        server.kill();
    }

    /** Stops the server in an orderly way. */
    void stop() {
        server.stop();
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }

    private void start(List<String> prefix) {
        List<String> command = new ArrayList<>(node.namespace().enterRecorded());
        command.addAll(prefix);
        server = UberJar.startBy(command, PORT, settings);
        server.awaitAddress();
    }
}
