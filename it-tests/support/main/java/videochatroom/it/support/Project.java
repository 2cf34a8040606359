package videochatroom.it.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Paths in the project. They do not depend on the folder in which the tests are started. */
public final class Project {

    private static final Path ROOT = findRoot();

    private Project() {}

    /** A file or folder, relative to the root of the project. */
    public static Path path(String first, String... more) {
        return ROOT.resolve(Path.of(first, more));
    }

    /** A file or folder in the project's {@code target}. */
    public static Path target(String... more) {
        return ROOT.resolve(Path.of("target", more));
    }

    private static Path findRoot() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("server-config")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Not in the project: " + here));
    }
}
