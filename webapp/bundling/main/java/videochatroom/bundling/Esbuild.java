package videochatroom.bundling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** esbuild, working in one directory. */
final class Esbuild {

    /** Browsers of the last two years know all of it. */
    private static final String TARGET = "es2022";

    private final Path command;
    private final Path directory;

    Esbuild(Path command, Path directory) {
        this.command = command.toAbsolutePath();
        this.directory = directory;
        // unpacking has lost it
        if (!this.command.toFile().setExecutable(true)) {
            throw new IllegalStateException("Not to be executed: " + command);
        }
    }

    /**
     * Puts a file's bundle in its place, and the source map beside it.
     *
     * @param file a script or a style sheet
     * @param apart files that are not bundled with it, but imported by their own addresses
     */
    void bundle(String file, Stream<String> apart) throws IOException {
        // the addresses of what is apart become relative to it
        String folder = file.substring(0, file.lastIndexOf('/'));
        List<String> line = new ArrayList<>(List.of(
                command.toString(),
                file,
                "--bundle",
                "--minify",
                "--format=esm",
                "--target=" + TARGET,
                "--sourcemap",
                "--charset=utf8",
                "--legal-comments=none",
                "--log-level=warning",
                "--outdir=" + folder,
                "--outbase=" + folder,
                "--allow-overwrite"));
        apart.map(other -> "--external:./" + other).forEach(line::add);
        Process process = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (exitCode(process) != 0 || !said.isBlank()) {
            throw new IllegalStateException("esbuild on " + file + ":\n" + said);
        }
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
