package videochatroom.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs commands of the system. */
final class Commands {

    private Commands() {}

    /**
     * Runs a command to its end.
     *
     * @return what it prints
     * @throws BenchmarkFailure if it fails
     */
    static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BenchmarkFailure(String.join(" ", command) + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("Interrupted", e);
        }
    }

    /** Whether all of these commands are installed. */
    static boolean exist(String... names) {
        try {
            for (String name : names) {
                run(List.of(name, "--version"));
            }
            return true;
        } catch (UncheckedIOException | BenchmarkFailure none) {
            return false;
        }
    }
}
