package videochatroom.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Debian's coturn on the loopback interface, with the configuration of {@code server-config}. */
public final class Coturn implements AutoCloseable {

    private static final Path CONFIGURATION = Project.path("server-config", "coturn", "turnserver.conf");

    private final Process process;

    /**
     * Starts coturn and waits until it listens.
     *
     * @param folder for its log, database and PID file
     * @param port for UDP and TCP
     * @param secret shared with the server under test
     * @param relays the quota of simultaneous allocations of one user
     */
    public Coturn(Path folder, int port, int tlsPort, SelfSignedCertificate certificate, String secret, int relays) {
        Path log = folder.resolve("coturn.log");
        List<String> command = command(folder, List.of("127.0.0.1", "::1"), List.of("127.0.0.1"), secret, certificate);
        command.addAll(
                List.of("--listening-port=" + port, "--tls-listening-port=" + tlsPort, "--user-quota=" + relays));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Await.until(
                "coturn to listen",
                () -> accepts("127.0.0.1", port)
                        && accepts("::1", port)
                        && accepts("127.0.0.1", tlsPort)
                        && hasUdp("udp", port)
                        && hasUdp("udp6", port),
                () -> read(log));
    }

    /**
     * The command that starts coturn with the configuration of {@code server-config}. It adds only what differs between
     * installations.
     *
     * @param folder for its database and PID file
     * @param listening the addresses on which it listens
     * @param relaying the addresses from which it allocates relays
     * @param secret shared with the server under test
     */
    public static List<String> command(
            Path folder,
            List<String> listening,
            List<String> relaying,
            String secret,
            SelfSignedCertificate certificate) {
        List<String> command = new ArrayList<>(
                List.of("turnserver", "-c", CONFIGURATION.toAbsolutePath().toString()));
        listening.forEach(address -> command.add("--listening-ip=" + address));
        relaying.forEach(address -> command.add("--relay-ip=" + address));
        command.addAll(List.of(
                "--realm=turn.example",
                "--static-auth-secret=" + secret,
                "--cert=" + certificate.certificate().toAbsolutePath(),
                "--pkey=" + certificate.key().toAbsolutePath(),
                "--pidfile=" + folder.resolve("turn.pid").toAbsolutePath(),
                "--userdb=" + folder.resolve("turn.db").toAbsolutePath()));
        return command;
    }

    /** Skips a test where coturn is not installed. */
    public static void require() {
        Tools.require("the report on a real TURN server", "turnserver");
    }

    /** Whether the process is alive. */
    public boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        Await.until("coturn to end", () -> !process.isAlive(), process::info);
    }

    private static boolean accepts(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean hasUdp(String table, int port) {
        return read(Path.of("/proc/net", table)).contains(String.format(Locale.ROOT, ":%04X ", port));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }
}
