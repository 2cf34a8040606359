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
 * Looks at the servers when asked, but not more often than they can be expected to bear: whoever asks while a look is
 * under way, or within {@link #PAUSE} of its end, gets what comes of that one. Thread-safe.
 */
public final class IceChecks {

    /** Between the end of a look and the next one. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    private final Supplier<List<ServerToCheck>> servers;
    private final ThreadFactory threads;
    private final LongSupplier nanoTime;

    private Look latest;

    /**
     * @param servers asked for anew with each look
     * @param threads for the look's own threads
     * @param nanoTime {@link System#nanoTime}
     */
    public IceChecks(Supplier<List<ServerToCheck>> servers, ThreadFactory threads, LongSupplier nanoTime) {
        this.servers = servers;
        this.threads = threads;
        this.nanoTime = nanoTime;
    }

    /** What comes of a look at all servers. Waits for it, 6 seconds at most. */
    public IceReport report() throws InterruptedException {
        Look look = current();
        // does something for the first who comes only
        look.run();
        try {
            return look.get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the servers could not be looked at", fault);
        }
    }

    private synchronized Look current() {
        if (latest == null || latest.isStale(nanoTime.getAsLong())) {
            latest = new Look();
        }
        return latest;
    }

    /** One look, which many may wait for. */
    private final class Look extends FutureTask<IceReport> {

        private volatile OptionalLong endedAt = OptionalLong.empty();

        Look() {
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
