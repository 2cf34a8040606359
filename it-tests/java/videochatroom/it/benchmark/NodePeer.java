package videochatroom.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A server from npm, installed below the build's directory when it is needed for the first time. */
final class NodePeer {

    private static final Path SOURCES = Path.of("it-tests/benchmark/peers");

    private NodePeer() {}

    /** The server whose {@code package.json} and {@code main.js} are in the directory of this name. */
    static Contestant install(String name, Dialect dialect, String probe) {
        Path peers = Options.target().resolve("benchmark/peers");
        Path directory = peers.resolve(name);
        copy(SOURCES.resolve("heap.js"), peers);
        try (Stream<Path> files = Files.list(SOURCES.resolve(name))) {
            files.forEach(file -> copy(file, directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return new Contestant(
                name,
                port -> List.of(
                        "node", "--expose-gc", directory.resolve("main.js").toString(), String.valueOf(port)),
                Map.of("NODE_ENV", "production"),
                probe,
                dialect);
    }

    private static void copy(Path file, Path directory) {
        try {
            Files.createDirectories(directory);
            Files.copy(file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
