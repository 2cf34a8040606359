package videochatroom.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import videochatroom.it.support.Median;

/** Collects figures and formats the table of medians. */
final class Figures {

    private final Map<String, Map<String, List<Double>>> byMeasure = new LinkedHashMap<>();
    private final List<String> servers;

    Figures(List<String> servers) {
        this.servers = List.copyOf(servers);
    }

    /** Adds a figure and prints it. */
    void add(String server, String measure, double value) {
        byMeasure
                .computeIfAbsent(measure, unused -> new LinkedHashMap<>())
                .computeIfAbsent(server, unused -> new ArrayList<>())
                .add(value);
        System.out.printf(Locale.ROOT, "%-18s %-34s %s%n", server, measure, rounded(value));
    }

    /** Each cell has the median, and in brackets its ratios to the original's stack and to the minimal relay. */
    String table() {
        var table = new StringBuilder("| measure | " + String.join(" | ", servers) + " |\n| --- |");
        table.append(" ---: |".repeat(servers.size())).append('\n');
        byMeasure.forEach((measure, byServer) -> table.append("| ")
                .append(measure)
                .append(" | ")
                .append(servers.stream().map(server -> cell(byServer, server)).collect(Collectors.joining(" | ")))
                .append(" |\n"));
        return table.toString();
    }

    /** The comparison of the new build with the older one: a row for each measure that both have. */
    String comparison() {
        var rows = new StringBuilder(Comparison.heading());
        byMeasure.forEach((measure, byServer) -> {
            List<String> compared = List.of(Contestants.UBER_JAR, Comparison.BEFORE, Comparison.CONTROL);
            // there is no ratio to nothing
            if (byServer.keySet().containsAll(compared)
                    && !byServer.get(Comparison.BEFORE).contains(0.0)) {
                rows.append(Comparison.row(
                        measure,
                        byServer.get(Contestants.UBER_JAR),
                        byServer.get(Comparison.BEFORE),
                        byServer.get(Comparison.CONTROL)));
            }
        });
        return rows.toString();
    }

    /** Writes all figures as CSV. */
    void write(Path file) {
        var lines = new StringBuilder("measure,server,values\n");
        byMeasure.forEach((measure, byServer) -> byServer.forEach((server, values) -> lines.append(measure)
                .append(',')
                .append(server)
                .append(',')
                .append(values.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .append('\n')));
        try {
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(Map<String, List<Double>> byServer, String server) {
        if (!byServer.containsKey(server)) {
            return "";
        }
        return rounded(Median.of(byServer.get(server)))
                + " (" + ratio(byServer, server, Contestants.ORIGINAL) + "; "
                + ratio(byServer, server, Contestants.FLOOR) + ")";
    }

    private static String ratio(Map<String, List<Double>> byServer, String server, String other) {
        return byServer.containsKey(other)
                ? "%.2f".formatted(Median.of(byServer.get(server)) / Median.of(byServer.get(other)))
                : "–";
    }

    /** With about three significant digits. */
    private static String rounded(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }
}
