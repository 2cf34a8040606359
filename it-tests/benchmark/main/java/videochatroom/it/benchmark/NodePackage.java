package videochatroom.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program on Node whose dependencies npm installs below the build's directory when it is needed for the first time.
 */
final class NodePackage {

    private static final Path SOURCES = Path.of("it-tests/benchmark");

    private NodePackage() {}

    /** Whether this machine has what it takes. */
    static boolean canBeInstalled() {
        return Commands.exist("node", "npm");
    }

    /** Installs what is below a path of the benchmark's sources; the directory that it runs in. */
    static Path install(String path) {
        Path directory = Options.target().resolve("benchmark").resolve(path);
        copyFiles(SOURCES.resolve(path), directory);
        if (!Files.exists(directory.resolve("node_modules/.package-lock.json"))) {
            // no lock file: it would name the host that it was made with; the versions are exact all the same
            Commands.run(List.of(
                    "npm",
                    "install",
                    "--prefix=" + directory,
                    "--no-package-lock",
                    "--no-audit",
                    "--no-fund",
                    "--ignore-scripts"));
        }
        return directory;
    }

    /** Copies the files of a directory, and none of those below. */
    static void copyFiles(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
