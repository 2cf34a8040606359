package videochatroom.it.support;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the commands of the JDK that runs the tests. */
final class JdkTool {

    private JdkTool() {}

    /**
     * Runs a command to its end.
     *
     * @return what the command prints
     * @throws IllegalStateException if it fails
     */
    static String run(String name, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", name).toString());
        command.addAll(arguments);
        return Shell.run(command).orThrow().output();
    }
}
