package videochatroom.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The limit on open files, which bounds the number of sockets of a process. */
final class FileLimit {

    /** Reserved for what a server has open besides sockets of clients: jars, logs, its own sockets. */
    private static final int OTHERS = 1_000;

    private static final int FIELD = 4;

    private FileLimit() {}

    /** The wanted number of sockets, or the largest one possible. It is even. */
    static int sockets(int wanted) {
        int allowed = Math.min(wanted, limit() - OTHERS) / 2 * 2;
        if (allowed < wanted) {
            System.out.printf("%d sockets instead of %d: the limit of open files is %d%n", allowed, wanted, limit());
        }
        return allowed;
    }

    /** The wanted number of rooms of two sockets, or the largest one possible. */
    static int rooms(int wanted) {
        return sockets(2 * wanted) / 2;
    }

    private static int limit() {
        try {
            return Files.readAllLines(Path.of("/proc/self/limits")).stream()
                    .filter(line -> line.startsWith("Max open files"))
                    .map(line -> line.split("\\s+", -1)[FIELD])
                    .mapToInt(limit -> limit.equals("unlimited") ? Integer.MAX_VALUE : Integer.parseInt(limit))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
