package videochatroom.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import videochatroom.it.support.Shell;
import videochatroom.it.support.Tools;

/** A Node program. npm installs its dependencies below {@code target} when they are first needed. */
final class NodePackage {

    private static final Path SOURCES = Path.of("it-tests/benchmark");

    private NodePackage() {}

    /** Whether Node and npm are installed. */
    static boolean canBeInstalled() {
        return Tools.find("node").isPresent() && Tools.find("npm").isPresent();
    }

    /** Installs the package in a folder of the benchmark's sources. Returns the directory in which it runs. */
    static Path install(String path) {
        Path directory = Options.target().resolve("benchmark").resolve(path);
        copyFiles(SOURCES.resolve(path), directory);
        if (!Files.exists(directory.resolve("node_modules/.package-lock.json"))) {
            // no lock file: it would contain the address of a registry; the versions are exact without it
            Shell.run(List.of(
                            "npm",
                            "install",
                            "--prefix=" + directory,
                            "--no-package-lock",
                            "--no-audit",
                            "--no-fund",
                            "--ignore-scripts"))
                    .orThrow();
        }
        return directory;
    }

    /** Copies the files of a directory without its subdirectories. */
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
