package videochatroom.it.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import videochatroom.it.support.Project;

/** The command line's options: {@code --name=value} or {@code --name}. The README lists them with their defaults. */
final class Options {

    private static final List<String> KNOWN = List.of(
            "quick",
            "rounds",
            "warm-up",
            "seconds",
            "servers",
            "measures",
            "port",
            "sockets",
            "rooms",
            "rate",
            "against",
            "java-options",
            "arguments",
            "all-cores",
            "server-core",
            "slow-readers",
            "minutes",
            "megabytes",
            "seed");

    private final Map<String, String> given = new TreeMap<>();

    private Options() {}

    static Options of(String[] arguments) {
        var options = new Options();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            String name = parts[0].replaceFirst("^--", "");
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("Unknown option: " + argument + "; the options are " + KNOWN);
            }
            options.given.put(name, parts.length == 2 ? parts[1] : "true");
        }
        return options;
    }

    /** Whether to run a short trial, whose figures mean little. */
    boolean quick() {
        return given.containsKey("quick");
    }

    int number(String name, int byDefault, int quick) {
        String value = given.get(name);
        return value == null ? (quick() ? quick : byDefault) : Integer.parseInt(value);
    }

    long number(String name, long byDefault) {
        return Long.parseLong(given.getOrDefault(name, String.valueOf(byDefault)));
    }

    String text(String name, String byDefault) {
        return given.getOrDefault(name, byDefault);
    }

    /** Names or numbers, separated by commas. */
    List<String> list(String name, String byDefault) {
        return Arrays.asList(text(name, byDefault).split(","));
    }

    /** The project's {@code target}. */
    static Path target() {
        return Project.target();
    }

    @Override
    public String toString() {
        return given.toString();
    }
}
