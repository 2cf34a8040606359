package videochatroom.bundling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is done to directories. */
final class Directory {

    private Directory() {}

    /** Makes it, or takes all out of it. */
    static void empty(Path directory) throws IOException {
        if (Files.exists(directory)) {
            List<Path> old;
            try (Stream<Path> all = Files.walk(directory)) {
                old = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path one : old) {
                Files.delete(one);
            }
        }
        Files.createDirectories(directory);
    }
}
