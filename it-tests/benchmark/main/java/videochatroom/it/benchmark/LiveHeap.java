package videochatroom.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import videochatroom.it.support.Jcmd;

/** What a server really holds on its heap, once what is garbage is collected. */
final class LiveHeap {

    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    /** What {@code it-tests/benchmark/peers/heap.js} prints. */
    private static final Pattern NODE = Pattern.compile("live heap (\\d+)");

    private static final int NODE_SECONDS = 30;

    private LiveHeap() {}

    /** In bytes. */
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

    /** What a server on the JVM holds, class by class, as {@code jcmd PID GC.class_histogram} prints it. */
    static String histogram(ProcessTree tree) {
        return histogram(main(tree));
    }

    private static long ofJava(ProcessHandle process) {
        return totalOf(histogram(process));
    }

    /** The bytes of all classes of a histogram. */
    static long totalOf(String histogram) {
        return TOTAL.matcher(histogram)
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .sum();
    }

    /** How many objects of a class are in a histogram. */
    static long instances(String histogram, String className) {
        return Pattern.compile("\\d+:\\s+(\\d+)\\s+\\d+\\s+" + Pattern.quote(className) + "\\s")
                .matcher(histogram)
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .sum();
    }

    private static String histogram(ProcessHandle process) {
        // twice: what the first one finalises goes in the second
        Jcmd.ask(process.pid(), "GC.run");
        return Jcmd.ask(process.pid(), "GC.class_histogram");
    }

    private static ProcessHandle main(ProcessTree tree) {
        return tree.processes().stream()
                .filter(one -> isA(one, "java") || isA(one, "node"))
                .findFirst()
                .orElseThrow();
    }

    private static long ofNode(ProcessHandle process, Path log) {
        int before = printed(log).size();
        Commands.run(List.of("kill", "-USR2", String.valueOf(process.pid())));
        long deadline = System.nanoTime() + NODE_SECONDS * 1_000_000_000L;
        while (printed(log).size() == before) {
            if (System.nanoTime() > deadline) {
                throw new BenchmarkFailure("Node does not say how large its heap is");
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
