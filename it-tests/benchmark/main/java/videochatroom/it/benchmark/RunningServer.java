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

/** A contestant's process. */
final class RunningServer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final int END_SECONDS = 20;
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(10);

    private final Contestant contestant;
    private final int port;
    private final Path log;
    private final Process process;
    private final ProcessTree tree;
    private final double startSeconds;
    private final double startCpuSeconds;

    /** Starts it on these processors (as taskset wants them), and waits until it accepts a websocket. */
    RunningServer(Contestant contestant, int port, String processors, Path log) {
        this.contestant = contestant;
        this.port = port;
        this.log = log;
        List<String> command = new ArrayList<>(List.of("taskset", "-c", processors));
        command.addAll(contestant.command().apply(port));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(contestant.environment());
        long begun = System.nanoTime();
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tree = new ProcessTree(process.toHandle());
        // whoever ends the benchmark ends its servers
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        try {
            awaitReady();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        startSeconds = (System.nanoTime() - begun) / 1e9;
        startCpuSeconds = tree.cpuSeconds();
    }

    Contestant contestant() {
        return contestant;
    }

    int port() {
        return port;
    }

    /** What it and its children use. */
    ProcessTree tree() {
        return tree;
    }

    /** From the start of the process to the first accepted socket, in seconds. */
    double startSeconds() {
        return startSeconds;
    }

    /** What that took of the processors' time, in seconds: whoever else is busy on this machine matters less to it. */
    double startCpuSeconds() {
        return startCpuSeconds;
    }

    /** Live heap after a collection, in bytes. */
    long liveHeapBytes() {
        return LiveHeap.of(tree, log);
    }

    /** Takes the processor away from it: whoever is not being measured must not be in the way. */
    void halt() {
        signal("STOP", tree.processes());
    }

    /** Gives the processor back. */
    void go() {
        signal("CONT", tree.processes());
    }

    @Override
    public void close() {
        List<ProcessHandle> all = tree.processes();
        // one that is halted hears of nothing
        signal("CONT", all);
        all.forEach(ProcessHandle::destroy);
        all.forEach(RunningServer::awaitEnd);
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(END_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException notByItself) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void signal(String name, List<ProcessHandle> processes) {
        for (ProcessHandle process : processes) {
            try {
                Commands.run(List.of("kill", "-" + name, String.valueOf(process.pid())));
            } catch (BenchmarkFailure endedMeanwhile) {
                // there is nothing to tell it
            }
        }
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + START.toNanos();
        var probe = new Probe(port, contestant);
        while (!probe.isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new BenchmarkFailure(contestant.name() + " does not start; its log is " + log + ":\n" + tail());
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

    /** Until it is worth asking again: after a moment, or at once if it has ended. */
    private void pause() {
        try {
            process.waitFor(BETWEEN_PROBES.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("Ended", e);
        }
    }
}
