package videochatroom.it.benchmark;

import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How much was done in how much time.
 *
 * @param count how many times
 * @param cpuSeconds of the server
 * @param seconds by the clock
 */
record Rate(long count, double cpuSeconds, double seconds) {

    /** Counts while something goes on. */
    static Rate measure(RunningServer server, LongSupplier counter, Runnable meanwhile) {
        long countBefore = counter.getAsLong();
        double cpuBefore = server.tree().cpuSeconds();
        long before = System.nanoTime();
        meanwhile.run();
        var rate = new Rate(
                counter.getAsLong() - countBefore,
                server.tree().cpuSeconds() - cpuBefore,
                (System.nanoTime() - before) / 1e9);
        // far below 100 %: the generator was the slower one, or something else took the processor
        System.out.printf(
                Locale.ROOT,
                "%-18s   (%.0f / s, its processor %.0f %% busy)%n",
                server.contestant().name(),
                rate.count / rate.seconds,
                100 * rate.cpuSeconds / rate.seconds);
        return rate;
    }

    double perCpuSecond() {
        return count / cpuSeconds;
    }
}
