package videochatroom.it.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the project's files are, from whichever of its folders the tests are started. */
public final class Project {

    private static final Path ROOT = findRoot();

    private Project() {}

    /** A file or folder, from the root of the project. */
    public static Path path(String first, String... more) {
        return ROOT.resolve(Path.of(first, more));
    }

    /** Below the folder where the build puts what it makes. */
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
