package videochatroom.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The settings of every server under test. They are the files of {@code it-tests/settings}, with their placeholders
 * filled in as the build does it.
 */
final class TestSettings {

    private static final Path FOLDER = Project.path("it-tests", "settings");

    private TestSettings() {}

    /** The value of a setting. */
    static String value(String name) {
        try {
            return Files.readString(FOLDER.resolve(name))
                    .strip()
                    .replace("${project.root}", Project.path("").toString())
                    .replace("${it.other-origin.port}", String.valueOf(Server.otherOriginPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All settings, by the names that MicroProfile Config gives their environment variables. */
    static Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.map(file -> file.getFileName().toString())
                    .forEach(name ->
                            environment.put(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "_"), value(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return environment;
    }
}
