package videochatroom.it.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import videochatroom.it.support.Project;

/**
 * What was asked for: {@code --name=value} or {@code --name}. What is missing has the default that the README names.
 */
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
                throw new IllegalArgumentException("Not an option: " + argument + "; there are " + KNOWN);
            }
            options.given.put(name, parts.length == 2 ? parts[1] : "true");
        }
        return options;
    }

    /** For trying it out: its figures say little. */
    boolean quick() {
        return given.containsKey("quick");
    }

    int number(String name, int usual, int quick) {
        String value = given.get(name);
        return value == null ? (quick() ? quick : usual) : Integer.parseInt(value);
    }

    long number(String name, long usual) {
        return Long.parseLong(given.getOrDefault(name, String.valueOf(usual)));
    }

    String text(String name, String usual) {
        return given.getOrDefault(name, usual);
    }

    /** Names or numbers, separated by commas. */
    List<String> list(String name, String usual) {
        return Arrays.asList(text(name, usual).split(","));
    }

    /** The directory that the build writes to. */
    static Path target() {
        return Project.target();
    }

    @Override
    public String toString() {
        return given.toString();
    }
}
