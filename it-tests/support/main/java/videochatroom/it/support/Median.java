package videochatroom.it.support;

import java.util.List;

/** What half of some figures are below, and half above. */
public final class Median {

    private Median() {}

    /**
     * The one in the middle, or what is midway between the two.
     *
     * @throws IllegalArgumentException if there are no figures
     */
    public static double of(List<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("No figures");
        }
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
