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

/** Debian's coturn on loopback, with the configuration that operators copy. */
public final class Coturn implements AutoCloseable {

    private static final Path CONFIGURATION = Project.path("server-config", "coturn", "turnserver.conf");

    private final Process process;

    /**
     * Starts it, and waits until it listens.
     *
     * @param port for UDP and TCP
     * @param secret what it shares with the server
     * @param relays how many it gives to one user at once
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
        Patience.until(
                "coturn to listen",
                () -> accepts("127.0.0.1", port)
                        && accepts("::1", port)
                        && accepts("127.0.0.1", tlsPort)
                        && hasUdp("udp", port)
                        && hasUdp("udp6", port),
                () -> read(log));
    }

    /**
     * The command that starts one with the file that operators copy, and adds only what is each one's own.
     *
     * @param listening the addresses at which it is asked
     * @param relaying the addresses that it gives
     * @param secret what it shares with the server
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

    /** Skips a test where there is none. */
    public static void require() {
        Tools.require("whether a real TURN server is told from others", "turnserver");
    }

    /** Whether it has not ended by itself. */
    public boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        Patience.until("coturn to end", () -> !process.isAlive(), process::info);
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
