package videochatroom.it.support;

import java.util.List;

/** The median of a list of figures. */
public final class Median {

    private Median() {}

    /**
     * The middle figure, or the mean of the two middle figures.
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
