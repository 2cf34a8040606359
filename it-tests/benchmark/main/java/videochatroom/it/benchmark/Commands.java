package videochatroom.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Programs of the system's. */
final class Commands {

    private Commands() {}

    /** What it prints; an exception if it fails. */
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
            throw new BenchmarkFailure("Ended", e);
        }
    }

    /** Whether there is such a program. */
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
