package videochatroom.it.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server that the build makes, run as the README says: {@code java -jar … --port N}. */
public final class UberJar implements AutoCloseable {

    /** Settings for tests: nobody outside is asked for anything, and nothing stays in the home of whoever runs them. */
    public static final Map<String, String> QUIET = Map.of(
            "ICE_SERVERS",
            "none",
            "SEAT_KEY_FILE",
            Project.target("servers", "seat-key").toString());

    private static final Pattern READY = Pattern.compile("http://localhost:\\d+/\\S+/");
    /** A machine with other work takes its time. */
    private static final Duration START = Duration.ofMinutes(5);

    private final Process process;
    private final List<String> output = Collections.synchronizedList(new ArrayList<>());
    private final Thread reader;

    private UberJar(List<String> before, int port, Map<String, String> environment, List<String> after) {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // it starts in half the time, and no test is about how fast it is an hour later
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Project.target("video-chat-room.jar").toString(),
                "--port",
                String.valueOf(port)));
        command.addAll(after);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reader = new Thread(this::read, "output of the uber-jar");
        reader.start();
    }

    /** Starts it with these settings. */
    public static UberJar start(int port, Map<String, String> settings) {
        return new UberJar(List.of(), port, settings, List.of());
    }

    /** Starts it with these settings, and further arguments. */
    public static UberJar startWith(int port, Map<String, String> settings, List<String> arguments) {
        return new UberJar(List.of(), port, settings, arguments);
    }

    /** Starts it by way of another command. */
    public static UberJar startBy(List<String> command, int port, Map<String, String> settings) {
        return new UberJar(command, port, settings, List.of());
    }

    /** A port that nobody uses. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the address that it prints when it is ready. */
    public URI awaitAddress() {
        Patience.until(
                "the uber-jar to print its address",
                START,
                () -> address().isPresent() || !process.isAlive(),
                this::output);
        return address().orElseThrow(() -> new AssertionError("The uber-jar ended without an address:\n" + output()));
    }

    /** The id of its process. */
    public long pid() {
        return process.pid();
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end. */
    public int awaitExit() {
        Patience.until("the uber-jar to end", START, () -> !process.isAlive(), this::output);
        awaitReader();
        return process.exitValue();
    }

    /** Everything it has printed. */
    public String output() {
        synchronized (output) {
            return String.join("\n", output);
        }
    }

    /** Ends it as an operator does. */
    public void stop() {
        process.destroy();
        awaitExit();
    }

    /** Ends it as a crash does. */
    public void kill() {
        // where a script has started it
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        awaitExit();
    }

    @Override
    public void close() {
        if (isAlive()) {
            kill();
        }
    }

    private Optional<URI> address() {
        Matcher ready = READY.matcher(output());
        return ready.find() ? Optional.of(URI.create(ready.group())) : Optional.empty();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException e) {
            output.add(String.valueOf(e));
        }
    }

    private void awaitReader() {
        try {
            reader.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
