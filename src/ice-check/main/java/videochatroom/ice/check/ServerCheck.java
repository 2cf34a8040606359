package videochatroom.ice.check;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Stream;
import videochatroom.ice.stun.Deadline;

/** Checks one server, over IPv4 and IPv6 if it has addresses of both. {@link #results} may be called by any thread. */
final class ServerCheck implements Callable<Void> {

    private final IceAddress server;
    private final Function<InetAddress, Probe> probing;
    private final ExecutorService threads;
    private final Deadline deadline;

    private final Map<Probe, ProbeResult> finished = new ConcurrentHashMap<>();
    private volatile List<Probe> probes = List.of();

    ServerCheck(IceAddress server, Function<InetAddress, Probe> probing, ExecutorService threads, Deadline deadline) {
        this.server = server;
        this.probing = probing;
        this.threads = threads;
        this.deadline = deadline;
    }

    @Override
    public Void call() throws InterruptedException {
        List<Probe> all = addresses().stream().map(probing).toList();
        probes = all;
        threads.invokeAll(all.stream().map(this::task).toList());
        return null;
    }

    /**
     * The results so far. A probe that has not returned counts as without an answer.
     *
     * @param waited the time since the check began
     */
    List<ProbeResult> results(Duration waited) {
        List<Probe> all = probes;
        if (all.isEmpty()) {
            return List.of(new ProbeResult(server.url(), "", Outcome.NAME_NOT_RESOLVED, 0, OptionalInt.empty()));
        }
        return all.stream()
                .map(probe -> Optional.ofNullable(finished.get(probe)).orElseGet(() -> probe.late(waited)))
                .toList();
    }

    private Callable<Void> task(Probe probe) {
        return () -> {
            finished.put(probe, probe.run(deadline));
            return null;
        };
    }

    /** The first IPv4 and the first IPv6 address of the name. */
    private List<InetAddress> addresses() {
        try {
            InetAddress[] all = InetAddress.getAllByName(server.host());
            return Stream.of(first(all, false), first(all, true))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (UnknownHostException nameless) {
            return List.of();
        }
    }

    private static Optional<InetAddress> first(InetAddress[] addresses, boolean ipv6) {
        return Arrays.stream(addresses)
                .filter(address -> address instanceof Inet6Address == ipv6)
                .findFirst();
    }
}
