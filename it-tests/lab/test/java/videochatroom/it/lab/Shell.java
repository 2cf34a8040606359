package videochatroom.it.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs commands of the system to their end. */
final class Shell {

    private Shell() {}

    /** What a command printed and how it ended. */
    record Result(List<String> command, int status, String output) {

        boolean isSuccess() {
            return status == 0;
        }

        Result orThrow() {
            if (!isSuccess()) {
                throw new IllegalStateException(
                        String.join(" ", command) + " ended with status " + status + ":\n" + output);
            }
            return this;
        }
    }

    static Result run(List<String> command) {
        return run(command, "");
    }

    /** Runs a command that is given something to read. */
    static Result run(List<String> command, String input) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            // where the tools for networks are, which is on the path of administrators only
            builder.environment().merge("PATH", ":/usr/sbin:/sbin", String::concat);
            Process process = builder.start();
            try (OutputStream toIt = process.getOutputStream()) {
                toIt.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException endedWithoutReading) {
                // its status says why
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(command, process.waitFor(), output);
        } catch (IOException notThere) {
            return new Result(command, 127, String.valueOf(notThere));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
