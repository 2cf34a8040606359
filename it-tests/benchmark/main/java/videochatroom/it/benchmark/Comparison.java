package videochatroom.it.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import videochatroom.it.support.Median;

/**
 * Compares a build with an older one. The older build takes part twice, as {@link #BEFORE} and as {@link #CONTROL}, and
 * alternates with the new one in each round. The difference between its two results is the noise of the machine.
 */
final class Comparison {

    /** The older build. */
    static final String BEFORE = "before";

    /** The older build, a second time. */
    static final String CONTROL = "control";

    private Comparison() {}

    /**
     * A row of the table: the ratios of a measure, computed for each round.
     *
     * @param now the new build's figures
     * @param before the older build's figures in the same rounds
     * @param control the older build's second figures in the same rounds
     */
    static String row(String measure, List<Double> now, List<Double> before, List<Double> control) {
        List<Double> ratios = ratios(now, before);
        List<Double> noise = ratios(control, before);
        double spread = max(noise) - min(noise);
        double difference = Median.of(ratios) - Median.of(noise);
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.3f to %.3f | %+.1f %% | %s |%n",
                measure,
                Median.of(ratios),
                Median.of(noise),
                min(noise),
                max(noise),
                100 * difference,
                Math.abs(difference) <= spread ? "yes" : "no");
    }

    /** The heading of the rows. */
    static String heading() {
        return """
                | measure | now / before | control / before | control's spread | difference | within the spread |
                | --- | ---: | ---: | ---: | ---: | --- |
                """;
    }

    private static List<Double> ratios(List<Double> some, List<Double> others) {
        if (some.size() != others.size()) {
            throw new IllegalArgumentException(some.size() + " and " + others.size() + " rounds");
        }
        List<Double> ratios = new ArrayList<>();
        IntStream.range(0, some.size()).forEach(round -> ratios.add(some.get(round) / others.get(round)));
        return ratios;
    }

    private static double min(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private static double max(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
