package videochatroom.ice.check;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import videochatroom.ice.IceServers;
import videochatroom.protocol.IceServer;

/**
 * Looks at the servers when asked, but not more often than they can be expected to bear: whoever asks while a look is
 * under way, or within {@link #PAUSE} of its end, gets what comes of that one. Thread-safe.
 */
@ApplicationScoped
public class IceChecks {

    /** Between the end of a look and the next one. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    /** In the names of the credentials, as a participant's id is in his: the TURN server's log shows who asked. */
    private static final String WHO = "operator";

    @Inject
    private IceServers iceServers;

    @Resource
    private ManagedThreadFactory managedThreads;

    private Supplier<List<IceServer>> servers;
    private ThreadFactory threads;
    private LongSupplier nanoTime;

    private Look latest;

    /** For CDI. */
    public IceChecks() {
        this.servers = () -> iceServers.serversFor(WHO);
        this.threads = task -> managedThreads.newThread(task);
        this.nanoTime = System::nanoTime;
    }

    IceChecks(Supplier<List<IceServer>> servers, ThreadFactory threads, LongSupplier nanoTime) {
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
