package videochatroom.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import videochatroom.it.support.Shell;

/** The process of a server that takes part. */
final class RunningServer implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final int STOP_SECONDS = 20;
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(10);

    private final Contestant contestant;
    private final int port;
    private final Path log;
    private final Process process;
    private final ProcessTree tree;
    private final double startSeconds;
    private final double startCpuSeconds;

    /** Starts the server and waits until it is ready. The processors are in the notation of {@code taskset}. */
    RunningServer(Contestant contestant, int port, String processors, Path log) {
        this.contestant = contestant;
        this.port = port;
        this.log = log;
        List<String> command = new ArrayList<>(List.of("taskset", "-c", processors));
        command.addAll(contestant.command().apply(port));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(contestant.environment());
        long startedAt = System.nanoTime();
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tree = new ProcessTree(process.toHandle());
        // an interrupted benchmark stops its servers too
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        try {
            awaitReady();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        startSeconds = (System.nanoTime() - startedAt) / 1e9;
        startCpuSeconds = tree.cpuSeconds();
    }

    Contestant contestant() {
        return contestant;
    }

    int port() {
        return port;
    }

    /** The server's processes. */
    ProcessTree tree() {
        return tree;
    }

    /** The time from the start of the process to the first accepted socket, in seconds. */
    double startSeconds() {
        return startSeconds;
    }

    /** The CPU time of the start, in seconds. Other processes affect it less than the elapsed time. */
    double startCpuSeconds() {
        return startCpuSeconds;
    }

    /** The live heap after a full collection, in bytes. */
    long liveHeapBytes() {
        return LiveHeap.of(tree, log);
    }

    /** Suspends the processes (SIGSTOP), so that they do not disturb the measurement of other servers. */
    void suspend() {
        signal("STOP", tree.processes());
    }

    /** Resumes the processes (SIGCONT). */
    void resume() {
        signal("CONT", tree.processes());
    }

    @Override
    public void close() {
        List<ProcessHandle> all = tree.processes();
        // a suspended process does not handle other signals
        signal("CONT", all);
        all.forEach(ProcessHandle::destroy);
        all.forEach(RunningServer::awaitEnd);
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException notByItself) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void signal(String name, List<ProcessHandle> processes) {
        for (ProcessHandle process : processes) {
            // it fails if the process has ended: then there is nothing to signal
            Shell.run(List.of("kill", "-" + name, String.valueOf(process.pid())));
        }
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        var probe = new Probe(port, contestant);
        while (!probe.isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new BenchmarkFailure(contestant.name() + " does not start. Its log is " + log + ":\n" + tail());
            }
            pause();
        }
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }

    /** Waits a moment, or until the process has ended. */
    private void pause() {
        try {
            process.waitFor(BETWEEN_PROBES.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("Interrupted", e);
        }
    }
}
