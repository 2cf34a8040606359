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

/** A process of the runnable jar, started as the README describes: {@code java -jar … --port N}. */
public final class UberJar implements AutoCloseable {

    /**
     * Settings for tests: no STUN or TURN servers, and the seat key in {@code target} instead of the home directory.
     */
    public static final Map<String, String> ISOLATED = Map.of(
            "ICE_SERVERS",
            "none",
            "SEAT_KEY_FILE",
            Project.target("servers", "seat-key").toString());

    private static final Pattern READY = Pattern.compile("http://localhost:\\d+/\\S+/");
    /** Generous, for a busy machine. */
    private static final Duration START_TIMEOUT = Duration.ofMinutes(5);

    private final Process process;
    private final List<String> output = Collections.synchronizedList(new ArrayList<>());
    private final Thread reader;

    private UberJar(List<String> before, int port, Map<String, String> environment, List<String> after) {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // halves the start-up time; no test needs peak performance
                System.getProperty("jvm.of-tests", "-XX:TieredStopAtLevel=1"),
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

    /** Starts the jar with these settings, given as environment variables. */
    public static UberJar start(int port, Map<String, String> settings) {
        return new UberJar(List.of(), port, settings, List.of());
    }

    /** Starts the jar with these settings and further arguments. */
    public static UberJar startWith(int port, Map<String, String> settings, List<String> arguments) {
        return new UberJar(List.of(), port, settings, arguments);
    }

    /** Starts the jar through another command, which gets the jar's command as its arguments. */
    public static UberJar startBy(List<String> command, int port, Map<String, String> settings) {
        return new UberJar(command, port, settings, List.of());
    }

    /** A port that is free on the loopback interface. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the address that the server prints when it is ready. */
    public URI awaitAddress() {
        Await.until(
                "the uber-jar to print its address",
                START_TIMEOUT,
                () -> address().isPresent() || !process.isAlive(),
                this::output);
        return address().orElseThrow(() -> new AssertionError("The uber-jar ended without an address:\n" + output()));
    }

    /** The process ID. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the process to end and returns its exit status. */
    public int awaitExit() {
        Await.until("the uber-jar to end", START_TIMEOUT, () -> !process.isAlive(), this::output);
        awaitReader();
        return process.exitValue();
    }

    /** Everything the process has printed so far. */
    public String output() {
        synchronized (output) {
            return String.join("\n", output);
        }
    }

    /** Terminates the process in an orderly way (SIGTERM) and waits for its end. */
    public void stop() {
        process.destroy();
        awaitExit();
    }

    /** Kills the process (SIGKILL), as a crash does, and waits for its end. */
    public void kill() {
        // if a script has started the server, it is a descendant
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
