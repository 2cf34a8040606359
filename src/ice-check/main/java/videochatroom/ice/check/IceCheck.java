package videochatroom.ice.check;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import videochatroom.ice.stun.Deadline;
import videochatroom.ice.stun.LongTermCredentials;
import videochatroom.ice.stun.Tls;

/** One check of all servers at the same time. It takes {@link #MAX_DURATION} at most, whatever they do. */
final class IceCheck {

    /** The time for answers, and the time to delete an allocation that was made at its end. */
    static final Duration MAX_DURATION = Duration.ofMillis(5_200);

    private static final Duration ANSWER_TIMEOUT = Duration.ofMillis(4_700);

    private final ExecutorService threads;
    private final Tls tls;
    private final Deadline deadline;
    private final Set<Closeable> opened = ConcurrentHashMap.newKeySet();

    private IceCheck(ExecutorService threads, Tls tls) {
        this.threads = threads;
        this.tls = tls;
        this.deadline = Deadline.in(ANSWER_TIMEOUT);
    }

    /**
     * Checks the servers and waits for the results.
     *
     * @param factory makes the threads of this check
     */
    static IceReport run(List<ServerToCheck> servers, ThreadFactory factory, Clock clock) throws InterruptedException {
        // Before the deadline is set: reading the trust store takes time that is not the servers'.
        boolean secure = servers.stream().anyMatch(IceCheck::isSecure);
        Tls tls = secure ? Tls.ofThisJava() : null;
        ExecutorService threads = Executors.newCachedThreadPool(factory);
        var check = new IceCheck(threads, tls);
        try {
            return check.checkAll(servers, clock.instant());
        } finally {
            // A thread that waits for a server ends when its connection is closed.
            threads.shutdownNow();
            check.closeWhatIsOpen();
        }
    }

    private IceReport checkAll(List<ServerToCheck> servers, Instant startedAt) throws InterruptedException {
        long startNanos = System.nanoTime();
        List<ServerCheck> checks = servers.stream().map(this::check).toList();
        threads.invokeAll(checks, MAX_DURATION.toMillis(), TimeUnit.MILLISECONDS);
        Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
        return new IceReport(
                startedAt,
                took.toMillis(),
                checks.stream().flatMap(check -> check.results(took).stream()).toList());
    }

    private ServerCheck check(ServerToCheck server) {
        IceAddress at = IceAddress.of(server.url());
        LongTermCredentials credentials =
                at.relay() ? new LongTermCredentials(server.username(), server.password()) : null;
        return new ServerCheck(at, address -> probe(at, address, credentials), threads, deadline);
    }

    private Probe probe(IceAddress at, InetAddress address, LongTermCredentials credentials) {
        return new Probe(at, address, credentials, tls, opened::add);
    }

    private static boolean isSecure(ServerToCheck server) {
        return IceAddress.of(server.url()).transport() == IceAddress.Transport.TLS;
    }

    private void closeWhatIsOpen() {
        for (Closeable connection : opened) {
            try {
                connection.close();
            } catch (IOException closedAlready) {
                // It is closed, as intended.
            }
        }
    }
}
