package videochatroom.it.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The commands of this machine that tests need. {@code src/tooling/tools.sh} tells how to install them. */
public final class Tools {

    private Tools() {}

    /** The first command of these that is there. */
    public static Optional<Path> find(String... names) {
        return Arrays.stream(names)
                .flatMap(Tools::inEveryDirectory)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Skips a test, with one loud line, where a command is missing. The build fails at its end then.
     *
     * @param tested what would have been
     */
    public static void require(String tested, String... commands) {
        List<String> missing = Arrays.stream(commands)
                .filter(command -> find(command).isEmpty())
                .toList();
        skipUnless(missing.isEmpty(), tested, "missing: " + String.join(", ", missing));
    }

    /** Skips a test, with one loud line, if a condition does not hold. */
    public static void skipUnless(boolean condition, String tested, String why) {
        String line = "NOT TESTED: " + tested + " (" + why + ")";
        if (!condition) {
            System.err.println(line);
        }
        assumeTrue(condition, line);
    }

    private static Stream<Path> inEveryDirectory(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, name));
    }
}
