package videochatroom.it.lab;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import videochatroom.it.support.Median;

/**
 * How long a video was frozen.
 *
 * @param longest the longest gap between two frames, in seconds
 * @param frozen the sum of all gaps longer than half a second, in seconds
 */
record Freezes(double longest, double frozen) {

    private static final double THRESHOLD = 0.5;

    /** The freezes between two moments. All times are in milliseconds since 1970. */
    static Freezes between(long from, long to, List<Long> frames) {
        List<Long> moments = Stream.of(
                        Stream.of(from), frames.stream().filter(at -> at > from && at < to), Stream.of(to))
                .flatMap(each -> each)
                .toList();
        List<Double> gaps = IntStream.range(1, moments.size())
                .mapToObj(i -> (moments.get(i) - moments.get(i - 1)) / 1000.0)
                .toList();
        return new Freezes(
                gaps.stream().mapToDouble(gap -> gap).max().orElse(0),
                gaps.stream()
                        .mapToDouble(gap -> gap)
                        .filter(gap -> gap > THRESHOLD)
                        .sum());
    }

    /** Whether no gap is longer than half a second. */
    boolean isNone() {
        return longest <= THRESHOLD;
    }

    /** The worse figure of two, for each of the figures. */
    Freezes worse(Freezes other) {
        return new Freezes(Math.max(longest, other.longest), Math.max(frozen, other.frozen));
    }

    static Freezes median(List<Freezes> all) {
        return new Freezes(
                Median.of(all.stream().map(Freezes::longest).toList()),
                Median.of(all.stream().map(Freezes::frozen).toList()));
    }

    @Override
    public String toString() {
        return Seconds.of(frozen) + " (longest " + Seconds.of(longest) + ")";
    }
}
