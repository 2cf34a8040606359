package videochatroom.it.lab;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import videochatroom.it.support.Await;
import videochatroom.it.support.Coturn;
import videochatroom.it.support.SelfSignedCertificate;

/** Coturn on a machine of the public network, with the configuration of {@code server-config}. */
final class TurnServer implements AutoCloseable {

    /** The secret that it shares with the server under test. */
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

    /** In brackets, as in a URI. */
    String address6() {
        return "[" + node.address6() + "]";
    }

    /** The hash of the certificate's key: {@link SelfSignedCertificate#keyHash}. */
    String keyHash() {
        return certificate.keyHash();
    }

    /** Kills the process, as a crash does, and starts it again without its allocations. */
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
        List<String> command = new ArrayList<>(node.namespace().enterRecorded());
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
        Await.until(
                "coturn to listen for UDP, TCP and TLS",
                () -> listens("-u", 3478) && listens("-t", 3478) && listens("-t", 443),
                () -> (process.isAlive() ? "it is running, see " : "it has ended, see ") + log);
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
        Await.until("coturn to end", () -> !process.isAlive(), process::info);
    }
}
