package videochatroom.metrics;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The largest value of the last two to three minutes, or 0 if there was none. Thread-safe. */
final class RecentMaximum {

    private static final long STEP = Duration.ofMinutes(1).toMillis();
    private static final int STEPS = 3;

    private final LongSupplier clock;
    private final double[] largest = new double[STEPS];
    private long step;

    /** @param clock in milliseconds */
    RecentMaximum(LongSupplier clock) {
        this.clock = clock;
        this.step = now();
    }

    synchronized void record(double seconds) {
        forgetOld();
        int current = index(step);
        largest[current] = Math.max(largest[current], seconds);
    }

    synchronized double seconds() {
        forgetOld();
        double maximum = 0;
        for (double one : largest) {
            maximum = Math.max(maximum, one);
        }
        return maximum;
    }

    private void forgetOld() {
        long now = now();
        long begin = Math.max(step + 1, now - STEPS + 1);
        for (long old = begin; old <= now; old++) {
            largest[index(old)] = 0;
        }
        step = Math.max(step, now);
    }

    private long now() {
        return clock.getAsLong() / STEP;
    }

    private static int index(long step) {
        return (int) (step % STEPS);
    }
}
