package videochatroom.it.lab;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import videochatroom.it.support.Coturn;
import videochatroom.it.support.Patience;
import videochatroom.it.support.SelfSignedCertificate;

/** A coturn, configured by the very file that operators copy; the command adds only what is each one's own. */
final class TurnServer implements AutoCloseable {

    /** What it shares with the servers of the lab. */
    static final String SECRET = "a-secret-of-the-lab-only";

    private final Node node;
    private final Path directory;
    private final SelfSignedCertificate certificate;
    private Process process;

    TurnServer(Node node, Path directory) {
        this.node = node;
        this.directory = directory;
        certificate = SelfSignedCertificate.make(directory, "ip:" + node.address4() + ",ip:" + node.address6());
        start();
    }

    String address4() {
        return node.address4();
    }

    /** As it stands in an address. */
    String address6() {
        return "[" + node.address6() + "]";
    }

    /** Names the key that its certificate is for. */
    String keyHash() {
        return certificate.keyHash();
    }

    /** Ends it as a crash does, and starts it again: it knows nobody then. */
    void restart() {
        kill();
        start();
    }

    @Override
    public void close() {
        kill();
    }

    private void start() {
        File log = directory.resolve("turn.log").toFile();
        List<String> command = new ArrayList<>(node.namespace().enteringNoted());
        List<String> addresses = List.of(node.address4(), node.address6());
        command.addAll(Coturn.command(directory, addresses, addresses, SECRET, certificate));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Patience.until(
                "coturn to listen for UDP, TCP and TLS",
                () -> listens("-u", 3478) && listens("-t", 3478) && listens("-t", 443),
                () -> (process.isAlive() ? "it runs, see " : "it has ended, see ") + log);
    }

    private boolean listens(String transport, int port) {
        return !node.namespace()
                .run("ss", "-H", "-n", "-l", transport, "sport = :" + port)
                .orThrow()
                .output()
                .isBlank();
    }

    private void kill() {
        process.destroyForcibly();
        Patience.until("coturn to end", () -> !process.isAlive(), process::info);
    }
}
