package videochatroom.it.benchmark;

import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * A count and the time it took.
 *
 * @param cpuSeconds CPU time of the server
 * @param seconds elapsed time
 */
record Rate(long count, double cpuSeconds, double seconds) {

    /** Measures a counter while a task runs. */
    static Rate measure(RunningServer server, LongSupplier counter, Runnable task) {
        long countBefore = counter.getAsLong();
        double cpuBefore = server.tree().cpuSeconds();
        long before = System.nanoTime();
        task.run();
        var rate = new Rate(
                counter.getAsLong() - countBefore,
                server.tree().cpuSeconds() - cpuBefore,
                (System.nanoTime() - before) / 1e9);
        // if it is far below 100 %, the generator was slower, or another process used the processor
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
