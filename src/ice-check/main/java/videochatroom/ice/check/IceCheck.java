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

/** One look at all servers at the same time, done within {@link #AT_MOST} whatever they do. */
final class IceCheck {

    /** From the request to the report: the answers' time, and a moment to give back what was allocated at its end. */
    static final Duration AT_MOST = Duration.ofMillis(5_200);

    private static final Duration FOR_ANSWERS = Duration.ofMillis(4_700);

    private final ExecutorService threads;
    private final Tls tls;
    private final Deadline deadline;
    private final Set<Closeable> opened = ConcurrentHashMap.newKeySet();

    private IceCheck(ExecutorService threads, Tls tls) {
        this.threads = threads;
        this.tls = tls;
        this.deadline = Deadline.in(FOR_ANSWERS);
    }

    /** Looks at them and waits for what comes of it. */
    static IceReport run(List<ServerToCheck> servers, ThreadFactory factory, Clock clock) throws InterruptedException {
        // reading whom to trust takes its time, which no server is to blame for
        boolean secure = servers.stream().anyMatch(IceCheck::isSecure);
        Tls tls = secure ? Tls.ofThisJava() : null;
        ExecutorService threads = Executors.newCachedThreadPool(factory);
        var check = new IceCheck(threads, tls);
        try {
            return check.look(servers, clock.instant());
        } finally {
            // threads end by themselves once what they wait at is closed
            threads.shutdownNow();
            check.closeWhatIsOpen();
        }
    }

    private IceReport look(List<ServerToCheck> servers, Instant begun) throws InterruptedException {
        long begunAt = System.nanoTime();
        List<ServerCheck> checks = servers.stream().map(this::check).toList();
        threads.invokeAll(checks, AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
        Duration took = Duration.ofNanos(System.nanoTime() - begunAt);
        return new IceReport(
                begun,
                took.toMillis(),
                checks.stream().flatMap(check -> check.findings(took).stream()).toList());
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
        return IceAddress.of(server.url()).medium() == IceAddress.Medium.TLS;
    }

    private void closeWhatIsOpen() {
        for (Closeable connection : opened) {
            try {
                connection.close();
            } catch (IOException closedAlready) {
                // which is what was wanted
            }
        }
    }
}
