package videochatroom.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The resources of a process and its descendants, from Linux' {@code /proc} (proc(5)). */
final class ProcessTree {

    /** {@code sysconf(_SC_CLK_TCK)}, which is 100 on every Linux on which Java runs. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int UTIME = 13;
    private static final int STIME = 14;

    private final ProcessHandle root;

    ProcessTree(ProcessHandle root) {
        this.root = root;
    }

    /** The processes that are alive. */
    List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(root), root.descendants())
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /** CPU time so far, in user and in system mode, in seconds. */
    double cpuSeconds() {
        return sum(process -> {
                    String stat = read(process, "stat");
                    // the name is in brackets and may contain blanks
                    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                    return Long.parseLong(fields[UTIME - 2]) + Long.parseLong(fields[STIME - 2]);
                })
                / TICKS_PER_SECOND;
    }

    /** Resident memory (RSS) in bytes. */
    long residentBytes() {
        return sum(process -> status(process, "VmRSS:") * 1024);
    }

    /** The number of threads. */
    long threads() {
        return sum(process -> status(process, "Threads:"));
    }

    /** The number of open files and sockets. */
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
                        // it has ended since the processes were listed
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
                // a zombie process has no memory
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
