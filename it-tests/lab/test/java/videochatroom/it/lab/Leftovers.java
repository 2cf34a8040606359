package videochatroom.it.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The processes of a run that was killed before it could end them. Its networks end with them. */
final class Leftovers {

    /** The time of start in what follows the command's name in {@code /proc/PID/stat}. */
    private static final int STARTED = 19;

    private Leftovers() {}

    /** Ends the processes that are noted, and begins the notes anew. */
    static void end(Path notes) {
        try {
            if (Files.exists(notes)) {
                Files.readAllLines(notes).forEach(Leftovers::endNoted);
                Files.delete(notes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void endNoted(String line) {
        List<String> noted = List.of(line.split(" ", 3));
        long pid = Long.parseLong(noted.get(0));
        if (started(pid).equals(noted.get(1))) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private static String started(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1))
                    .get(STARTED);
        } catch (IOException ended) {
            return "";
        }
    }
}
