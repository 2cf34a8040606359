package videochatroom.it.support;

import java.util.List;

/** Diagnostic commands to the JVM of another process. */
public final class Jcmd {

    private Jcmd() {}

    /**
     * Runs {@code jcmd PID COMMAND}.
     *
     * @return what the command prints
     * @throws IllegalStateException if it fails
     */
    public static String run(long pid, String command) {
        return JdkTool.run("jcmd", List.of(String.valueOf(pid), command));
    }
}
