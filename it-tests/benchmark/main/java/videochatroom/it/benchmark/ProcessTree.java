package videochatroom.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What a process and those that it started use, as Linux tells it in {@code /proc} (proc(5)). */
final class ProcessTree {

    /** Of {@code sysconf(_SC_CLK_TCK)}: 100 on every Linux that Java runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int UTIME = 13;
    private static final int STIME = 14;

    private final ProcessHandle root;

    ProcessTree(ProcessHandle root) {
        this.root = root;
    }

    /** All of them that are alive. */
    List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(root), root.descendants())
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /** Time on a processor so far, for the program and for the system on its behalf, in seconds. */
    double cpuSeconds() {
        return sum(process -> {
                    String stat = read(process, "stat");
                    // the name, in brackets, may hold spaces
                    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                    return Long.parseLong(fields[UTIME - 2]) + Long.parseLong(fields[STIME - 2]);
                })
                / TICKS_PER_SECOND;
    }

    /** Memory in use (resident set), in bytes. */
    long residentBytes() {
        return sum(process -> status(process, "VmRSS:") * 1024);
    }

    /** Threads. */
    long threads() {
        return sum(process -> status(process, "Threads:"));
    }

    /** Open files and sockets. */
    long handles() {
        return sum(process -> {
            try (Stream<Path> handles = Files.list(of(process).resolve("fd"))) {
                return handles.count();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private long sum(ToLongFunction<ProcessHandle> figure) {
        return processes().stream()
                .mapToLong(process -> {
                    try {
                        return figure.applyAsLong(process);
                    } catch (UncheckedIOException e) {
                        if (process.isAlive()) {
                            throw e;
                        }
                        // it has ended since it was listed
                        return 0;
                    }
                })
                .sum();
    }

    private static long status(ProcessHandle process, String name) {
        return read(process, "status")
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.split("\\s+", -1)[1]))
                .findFirst()
                // one that has ended, and is still listed, has no memory
                .orElse(0);
    }

    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(of(process).resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path of(ProcessHandle process) {
        return Path.of("/proc", String.valueOf(process.pid()));
    }
}
