package videochatroom.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import videochatroom.it.support.Jcmd;
import videochatroom.it.support.Shell;

/** The live objects on a server's heap, after a full collection. */
final class LiveHeap {

    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    /** The output of {@code it-tests/benchmark/peers/heap.js}. */
    private static final Pattern NODE = Pattern.compile("live heap (\\d+)");

    private static final int NODE_SECONDS = 30;

    private LiveHeap() {}

    /** The size of the live heap in bytes. */
    static long of(ProcessTree tree, Path log) {
        ProcessHandle main = main(tree);
        return isA(main, "java") ? ofJava(main) : ofNode(main, log);
    }

    private static boolean isA(ProcessHandle process, String program) {
        return process.info()
                .command()
                .filter(path -> path.endsWith("/" + program))
                .isPresent();
    }

    /** The class histogram of a server on the JVM, as {@code jcmd PID GC.class_histogram} prints it. */
    static String histogram(ProcessTree tree) {
        return histogram(main(tree));
    }

    private static long ofJava(ProcessHandle process) {
        return totalOf(histogram(process));
    }

    /** The sum of the bytes of all classes in a histogram. */
    static long totalOf(String histogram) {
        return TOTAL.matcher(histogram)
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .sum();
    }

    /** The number of instances of a class in a histogram. */
    static long instances(String histogram, String className) {
        return Pattern.compile("\\d+:\\s+(\\d+)\\s+\\d+\\s+" + Pattern.quote(className) + "\\s")
                .matcher(histogram)
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .sum();
    }

    private static String histogram(ProcessHandle process) {
        // the histogram collects again: it frees what the first collection has finalized
        Jcmd.run(process.pid(), "GC.run");
        return Jcmd.run(process.pid(), "GC.class_histogram");
    }

    static ProcessHandle main(ProcessTree tree) {
        return tree.processes().stream()
                .filter(one -> isA(one, "java") || isA(one, "node"))
                .findFirst()
                .orElseThrow();
    }

    private static long ofNode(ProcessHandle process, Path log) {
        int before = printed(log).size();
        Shell.run(List.of("kill", "-USR2", String.valueOf(process.pid()))).orThrow();
        long deadline = System.nanoTime() + NODE_SECONDS * 1_000_000_000L;
        while (printed(log).size() == before) {
            if (System.nanoTime() > deadline) {
                throw new BenchmarkFailure("Node did not print the size of its heap");
            }
            Thread.onSpinWait();
        }
        return Long.parseLong(printed(log).get(before).group(1));
    }

    private static List<MatchResult> printed(Path log) {
        try {
            return NODE.matcher(Files.readString(log)).results().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
