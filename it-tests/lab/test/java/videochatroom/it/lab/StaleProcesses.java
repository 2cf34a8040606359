package videochatroom.it.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Ends the processes that a killed run has left behind. Their network namespaces end with them. */
final class StaleProcesses {

    /** The index of {@code starttime} among the fields after the command's name in {@code /proc/PID/stat}. */
    private static final int START_TIME = 19;

    private StaleProcesses() {}

    /** Ends the processes recorded in a file by {@code record-pid.sh}, and deletes the file. */
    static void end(Path file) {
        try {
            if (Files.exists(file)) {
                Files.readAllLines(file).forEach(StaleProcesses::endRecorded);
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void endRecorded(String line) {
        List<String> recorded = List.of(line.split(" ", 3));
        long pid = Long.parseLong(recorded.get(0));
        // another start time: the system has reused the ID
        if (startTime(pid).equals(recorded.get(1))) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private static String startTime(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1))
                    .get(START_TIME);
        } catch (IOException ended) {
            return "";
        }
    }
}
