package videochatroom.it.benchmark;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import videochatroom.it.pages.HangUp;
import videochatroom.it.support.Browsers;
import videochatroom.it.support.Median;
import videochatroom.it.support.UberJar;

/**
 * Measures the pages in a browser: the time from pressing Join to the first remote frame, compared with a connection
 * within one page; Hang up while the other page floods this one; the transfer of a large file; Lighthouse's scores.
 * {@code it-tests/benchmark/README.md} explains the figures.
 */
public final class PageBenchmark {

    private static final Map<String, String> PAGES = new TreeMap<>(Map.of("landing", "", "room", "benchmark-room"));

    private final Map<String, Consumer<URI>> measures = new LinkedHashMap<>();

    private final int rounds;

    private final int megabytes;

    private PageBenchmark(Options options) {
        this.rounds = options.number("rounds", 5, 1);
        this.megabytes = options.number("megabytes", 1024, 64);
        measures.put("first-picture", this::firstFrames);
        measures.put("hang-up", this::hangUps);
        measures.put("file", this::largeFile);
        measures.put("lighthouse", this::scores);
        List<String> chosen = options.list("measures", String.join(",", measures.keySet()));
        if (!measures.keySet().containsAll(chosen)) {
            throw new IllegalArgumentException("The measures are " + measures.keySet());
        }
        measures.keySet().retainAll(chosen);
    }

    public static void main(String[] arguments) {
        new PageBenchmark(Options.of(arguments)).run();
    }

    private void run() {
        try (UberJar server = UberJar.start(UberJar.freePort(), UberJar.ISOLATED)) {
            URI base = server.awaitAddress();
            measures.values().forEach(measure -> measure.accept(base));
        }
    }

    private void firstFrames(URI base) {
        List<Double> joining = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        try (var measure = new FirstFrame(base)) {
            // warm-up: browsers are slower when they do something for the first time
            measure.afterJoining("warm-up");
            measure.withoutServer();
            for (int round = 0; round < rounds; round++) {
                joining.add(measure.afterJoining("round-" + round));
                without.add(measure.withoutServer());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%nFirst picture, medians of %d rounds, ms%n%n| from pressing Join | the same connection in one page | ratio |%n"
                        + "| ---: | ---: | ---: |%n| %.0f | %.0f | %.2f |%n",
                rounds,
                Median.of(joining),
                Median.of(without),
                Median.of(joining) / Median.of(without));
        System.out.printf("%nEach round: %s; %s%n", whole(joining), whole(without));
    }

    private void hangUps(URI base) {
        int presses = 2 * rounds;
        System.out.printf(
                "%nHang up while a channel is flooded, %d presses each, ms: median, longest%n%n"
                        + "| flooded | devices closed | end of the call drawn |%n| --- | ---: | ---: |%n",
                presses);
        HangUpUnderFlood.measure(base, presses)
                .forEach((flooded, all) -> System.out.printf(
                        "| %s | %s | %s |%n",
                        flooded,
                        medianAndLongest(all.stream().map(HangUp::closed).toList()),
                        medianAndLongest(all.stream().map(HangUp::drawn).toList())));
    }

    private static String medianAndLongest(List<Double> values) {
        return "%.0f, %.0f".formatted(Median.of(values), Collections.max(values));
    }

    private void largeFile(URI base) {
        LargeFile.Result result = LargeFile.send(base, megabytes);
        System.out.printf(
                Locale.ROOT,
                "%nA file of %d MB in mid-call, once%n%n| MB/s | sender's memory, MB more | receiver's memory, MB more |%n"
                        + "| ---: | ---: | ---: |%n| %.1f | %d | %d |%n",
                megabytes,
                result.megabytesPerSecond(),
                result.senderGrowth() >> 20,
                result.receiverGrowth() >> 20);
    }

    private void scores(URI base) {
        if (!NodePackage.canBeInstalled()) {
            System.out.println("Without Lighthouse: Node is not installed.");
            return;
        }
        var lighthouse = new Lighthouse(Browsers.installed()
                .orElseThrow(() -> new IllegalStateException("Lighthouse needs chromium on the path")));
        System.out.printf(
                "%nLighthouse, medians of %d rounds%n%n| page | device | %s |%n| --- | --- |%s%n",
                rounds, String.join(" | ", Lighthouse.CATEGORIES), " ---: |".repeat(Lighthouse.CATEGORIES.size()));
        PAGES.forEach((page, path) -> List.of("mobile", "desktop").forEach(device -> {
            Map<String, List<Double>> scores = new LinkedHashMap<>();
            for (int round = 0; round < rounds; round++) {
                lighthouse
                        .scores(base.resolve(path), device)
                        .forEach((category, score) -> scores.computeIfAbsent(category, unused -> new ArrayList<>())
                                .add(score));
            }
            String medians = scores.values().stream()
                    .map(values -> "%.0f".formatted(Median.of(values)))
                    .collect(Collectors.joining(" | "));
            System.out.printf("| %s | %s | %s |%n", page, device, medians);
        }));
    }

    private static String whole(List<Double> values) {
        return values.stream().map("%.0f"::formatted).collect(Collectors.joining(" "));
    }
}
