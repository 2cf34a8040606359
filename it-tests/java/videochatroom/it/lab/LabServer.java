package videochatroom.it.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /**
     * As on every server, its own addresses have names, and whoever asks for others is answered at once: here that
     * there are none. The container looks its own address up in every handshake, and would wait for seconds otherwise.
     */
    private static final String NAMES =
            "mount --bind \"$0\" /etc/hosts && mount --bind /dev/null /etc/resolv.conf && exec \"$@\"";

    private final Path directory;
    private final Node node;
    private final Map<String, String> settings;
    private UberJar server;

    LabServer(Node node, Path directory, Map<String, String> settings) {
        this.directory = directory;
        this.node = node;
        this.settings = Map.copyOf(settings);
        start(List.of());
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
        server.close();
    }

    private void start(List<String> by) {
        List<String> before = new ArrayList<>(node.namespace().enteringNoted());
        before.addAll(List.of("unshare", "-m", "sh", "-c", NAMES, names().toString()));
        before.addAll(by);
        server = UberJar.startBy(before, PORT, settings);
        server.awaitAddress();
    }

    private Path names() {
        Path file = directory.resolve("hosts-of-server-" + node.number()).toAbsolutePath();
        try {
            return Files.writeString(
                    file, Files.readString(Path.of("/etc/hosts")) + """

                    %s server.example
                    %s server.example
                    """.formatted(node.address4(), node.address6()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
