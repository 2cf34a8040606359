package videochatroom.ice.check;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Checks the servers on request, and not too often for them: requests during a check, or within {@link #PAUSE} of its
 * end, get the report of that check. Thread-safe.
 */
public final class IceChecks {

    /** The shortest time between the end of a check and the next one. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    private final Supplier<List<ServerToCheck>> servers;
    private final ThreadFactory threads;
    private final LongSupplier nanoTime;

    private Check latest;

    /**
     * @param servers called for each check
     * @param threads makes the threads of a check
     * @param nanoTime a clock like {@link System#nanoTime}
     */
    public IceChecks(Supplier<List<ServerToCheck>> servers, ThreadFactory threads, LongSupplier nanoTime) {
        this.servers = servers;
        this.threads = threads;
        this.nanoTime = nanoTime;
    }

    /**
     * Returns the report of a check of all servers. Waits for 6 seconds at most.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public IceReport report() throws InterruptedException {
        Check check = current();
        // Only the first call runs it.
        check.run();
        try {
            return check.get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the servers could not be checked", fault);
        }
    }

    private synchronized Check current() {
        if (latest == null || latest.isStale(nanoTime.getAsLong())) {
            latest = new Check();
        }
        return latest;
    }

    /** One check, for which many requests may wait. */
    private final class Check extends FutureTask<IceReport> {

        private volatile OptionalLong endedAt = OptionalLong.empty();

        Check() {
            super(() -> IceCheck.run(servers.get(), threads, Clock.systemUTC()));
        }

        @Override
        protected void done() {
            endedAt = OptionalLong.of(nanoTime.getAsLong());
        }

        boolean isStale(long now) {
            OptionalLong ended = endedAt;
            return ended.isPresent() && now - ended.getAsLong() > PAUSE.toNanos();
        }
    }
}
