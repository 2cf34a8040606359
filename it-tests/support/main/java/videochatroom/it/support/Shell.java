package videochatroom.it.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs commands to their end. */
public final class Shell {

    private Shell() {}

    /** The exit status of a command, and its output with its errors; 127 if the command was not found. */
    public record Result(List<String> command, int status, String output) {

        public boolean isSuccess() {
            return status == 0;
        }

        /** Throws {@link IllegalStateException} if the command failed. */
        public Result orThrow() {
            if (!isSuccess()) {
                throw new IllegalStateException(
                        String.join(" ", command) + " ended with status " + status + ":\n" + output);
            }
            return this;
        }
    }

    /** Runs a command without standard input. */
    public static Result run(List<String> command) {
        return run(command, "");
    }

    /** Runs a command with this standard input. */
    public static Result run(List<String> command, String input) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            // the directories of network tools, which are not on every user's path
            builder.environment().merge("PATH", ":/usr/sbin:/sbin", String::concat);
            Process process = builder.start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException endedWithoutReading) {
                // the exit status is the reason
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
