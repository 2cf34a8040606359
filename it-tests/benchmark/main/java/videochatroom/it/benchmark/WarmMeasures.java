package videochatroom.it.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Measures a server that is warmed up. */
final class WarmMeasures {

    /** Together with {@link #UNDER_WAY}: two messages under way in each room. */
    private static final int ROOMS = 100;

    private static final int UNDER_WAY = 200;
    /** Two participants a room. */
    private static final int JOINS = 2_000;

    private static final int CALLS_AT_ONCE = 32;
    /** Messages a second to the slow readers: less than the server can relay. */
    private static final int SLOW_READERS_RATE = 2_000;

    /** How long they read before they stop: about as long as the time until they are closed, to compare both. */
    private static final Duration SLOW_READERS_READ = Duration.ofSeconds(45);

    private static final Duration SLOW_READERS_TIMEOUT = Duration.ofMinutes(10);
    /** The first code for private use: RFC 6455, section 7.4.2. */
    private static final int PRIVATE_CODES = 4_000;

    private static final int WARM_UP_TURNS = 4;
    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final double NANOS_PER_MILLI = 1e6;

    private final Figures figures;
    private final Duration warmUp;
    private final Duration time;
    private final int rate;
    private final List<String> growth;
    private final int slowReaders;
    private int runs;

    WarmMeasures(Options options, Figures figures) {
        this.figures = figures;
        this.warmUp = Duration.ofSeconds(options.number("warm-up", 180, 20));
        this.time = Duration.ofSeconds(options.number("seconds", 10, 5));
        this.rate = options.number("rate", 2_000, 2_000);
        this.growth = options.list("rooms", options.quick() ? "100,1000" : "100,1000,10000");
        this.slowReaders = options.number("slow-readers", 1_000, 200);
    }

    /**
     * Loads the server until its code is compiled. The kinds of load alternate, because code compiled for one kind
     * alone is discarded with the other.
     */
    void warmUp(RunningServer server) {
        CallScript script = server.contestant().dialect().callScript();
        Duration each = warmUp.dividedBy(2 * WARM_UP_TURNS);
        for (int turn = 0; turn < WARM_UP_TURNS; turn++) {
            circulate(server, ROOMS, each);
            calls(server, script, each);
        }
    }

    void messages(RunningServer server) {
        Rate rate = circulate(server, ROOMS, time);
        figures.add(server.contestant().name(), "messages / CPU s", rate.perCpuSecond());
    }

    /** CPU time of a message with few and with many rooms. */
    void growth(RunningServer server) {
        for (String rooms : growth) {
            int count = FileLimit.rooms(Integer.parseInt(rooms));
            Rate rate = circulate(server, count, time);
            figures.add(server.contestant().name(), "CPU µs a message, " + count + " rooms", 1e6 / rate.perCpuSecond());
        }
    }

    /** Bytes that the server allocates for a message, and for a participant who connects and joins. */
    void allocations(RunningServer server) {
        String name = server.contestant().name();
        try (var generator = generator(server);
                var open = new OpenRooms(generator, prefix());
                var allocations = new Allocations(LiveHeap.main(server.tree()).pid())) {
            int rooms = FileLimit.rooms(JOINS / 2);
            long before = allocations.bytes();
            open.open(rooms);
            figures.add(name, "allocated bytes a join", (allocations.bytes() - before) / (2.0 * rooms));
            var circulation = new Circulation(open);
            circulation.start(UNDER_WAY);
            open.watch().pass(SETTLE);
            before = allocations.bytes();
            long count = circulation.received();
            open.watch().pass(time);
            double bytes = allocations.bytes() - before;
            figures.add(name, "allocated bytes a message", bytes / (circulation.received() - count));
            circulation.end();
        }
    }

    void latency(RunningServer server) {
        try (var generator = generator(server);
                var open = new OpenRooms(generator, prefix())) {
            open.open(ROOMS);
            Histogram nanos = new SteadyTraffic(open, rate).run(SETTLE, time);
            for (String percentile : List.of("50", "99", "99.9")) {
                figures.add(
                        server.contestant().name(),
                        "latency at " + rate + " / s, p" + percentile + " ms",
                        nanos.getValueAtPercentile(Double.parseDouble(percentile)) / NANOS_PER_MILLI);
            }
        }
    }

    /**
     * The latency for other rooms before and after many participants stop reading at once. The same messages are sent
     * in both phases. For servers that close such clients.
     */
    void slowReaders(RunningServer server) {
        String name = server.contestant().name();
        try (var generator = generator(server);
                var open = new OpenRooms(generator, prefix())) {
            open.open(ROOMS);
            var steady = new SteadyTraffic(open, rate);
            steady.start();
            var slow = new SlowReaders(generator, prefix(), FileLimit.rooms(slowReaders), SLOW_READERS_RATE);
            slow.start();
            slow.watch().pass(SETTLE);
            steady.takeLatencies();
            slow.watch().pass(SLOW_READERS_READ);
            double before = p99(steady.takeLatencies());
            long stalledAt = System.nanoTime();
            slow.stall();
            slow.watch().await(slow.allRemoved(), SLOW_READERS_TIMEOUT, "slow readers to be closed");
            double with = p99(steady.takeLatencies());
            double seconds = (System.nanoTime() - stalledAt) / 1e9;
            Map<Integer, Integer> codes = slow.end(SLOW_READERS_TIMEOUT);
            steady.end();
            System.out.printf("%-18s   (closed within %.0f s, by code: %s)%n", name, seconds, codes);
            figures.add(name, "p99 ms, all read", before);
            figures.add(name, "p99 ms, " + slowReaders + " stop reading", with);
            figures.add(name, "of them found the server's reason", foundReason(codes));
        }
    }

    private static int foundReason(Map<Integer, Integer> codes) {
        return codes.entrySet().stream()
                .filter(code -> code.getKey() >= PRIVATE_CODES)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static double p99(Histogram nanos) {
        return nanos.getValueAtPercentile(99) / NANOS_PER_MILLI;
    }

    /** Calls as each server's own client makes them. */
    void calls(RunningServer server) {
        CallScript script = server.contestant().dialect().callScript();
        figures.add(
                server.contestant().name(),
                "calls / CPU s",
                calls(server, script, time).perCpuSecond());
    }

    /** Calls as the original's client makes them, if the server's own client makes them in another way. */
    void bareCalls(RunningServer server) {
        if (server.contestant().dialect().callScript() != CallScript.CANDIDATES_SINGLY) {
            figures.add(
                    server.contestant().name(),
                    "calls, each candidate alone / CPU s",
                    calls(server, CallScript.CANDIDATES_SINGLY, time).perCpuSecond());
        }
    }

    private Rate calls(RunningServer server, CallScript script, Duration measured) {
        try (var generator = generator(server)) {
            var calls = new Calls(generator, prefix(), script);
            calls.start(CALLS_AT_ONCE);
            calls.watch().pass(SETTLE);
            Rate rate =
                    Rate.measure(server, calls::finished, () -> calls.watch().pass(measured));
            calls.end();
            return rate;
        }
    }

    private Rate circulate(RunningServer server, int rooms, Duration measured) {
        try (var generator = generator(server);
                var open = new OpenRooms(generator, prefix())) {
            open.open(rooms);
            var circulation = new Circulation(open);
            circulation.start(UNDER_WAY);
            open.watch().pass(SETTLE);
            Rate rate = Rate.measure(
                    server, circulation::received, () -> open.watch().pass(measured));
            circulation.end();
            return rate;
        }
    }

    /** A new prefix of room names for each run, because a server may keep seats for a while. */
    private String prefix() {
        runs++;
        return "bench-" + runs + "-";
    }

    private static Generator generator(RunningServer server) {
        return new Generator(server.port(), server.contestant().dialect());
    }
}
