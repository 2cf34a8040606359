package videochatroom.it.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The commands that tests need on this machine. {@code src/tooling/tools.sh} installs them. */
public final class Tools {

    private Tools() {}

    /** The first of these commands that is installed. */
    public static Optional<Path> find(String... names) {
        return Arrays.stream(names)
                .flatMap(Tools::inEveryDirectory)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Skips a test and prints one line if a command is missing. The build then fails at its end.
     *
     * @param tested what is not tested, for the line
     */
    public static void require(String tested, String... commands) {
        List<String> missing = Arrays.stream(commands)
                .filter(command -> find(command).isEmpty())
                .toList();
        skipUnless(missing.isEmpty(), tested, "missing: " + String.join(", ", missing));
    }

    /** Skips a test and prints one line if a condition does not hold. */
    public static void skipUnless(boolean condition, String tested, String why) {
        String line = "NOT TESTED: " + tested + " (" + why + ")";
        if (!condition) {
            System.err.println(line);
        }
        assumeTrue(condition, line);
    }

    private static Stream<Path> inEveryDirectory(String name) {
        // servers and network tools are in directories that are not on every user's path
        String path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin" + File.pathSeparator + "/sbin";
        return Arrays.stream(path.split(File.pathSeparator, -1)).map(directory -> Path.of(directory, name));
    }
}
