package videochatroom.it.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What is measured of a server that has been under load for a while. */
final class WarmMeasures {

    /** Two of a server's rooms' messages each. */
    private static final int ROOMS = 100;

    private static final int UNDER_WAY = 200;
    private static final int CALLS_AT_ONCE = 32;
    /** To the slow readers, a second: less than the server can do, and slow enough for all to be there at once. */
    private static final int SLOW_READERS_RATE = 2_000;

    /**
     * Before they stop: about as long as they are there afterwards, so that both have their share of the server's
     * pauses.
     */
    private static final Duration SLOW_READERS_READ = Duration.ofSeconds(45);

    private static final Duration SLOW_READERS_PATIENCE = Duration.ofMinutes(10);
    /** From here on close codes are a server's own: RFC 6455, section 7.4.2. */
    private static final int OWN_CODES = 4_000;

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
     * Gives the server load until its code is compiled: by turns, since what was compiled for one kind alone is thrown
     * away with the other.
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

    /** CPU for a message while there are few and many rooms. */
    void growth(RunningServer server) {
        for (String rooms : growth) {
            int count = FileLimit.rooms(Integer.parseInt(rooms));
            Rate rate = circulate(server, count, time);
            figures.add(server.contestant().name(), "CPU µs a message, " + count + " rooms", 1e6 / rate.perCpuSecond());
        }
    }

    void latency(RunningServer server) {
        try (var generator = generator(server);
                var open = new OpenRooms(generator, name())) {
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
     * What others notice of many who stop reading at once: the messages are the same before and after, and only who
     * reads is not. For servers that close such a one.
     */
    void slowReaders(RunningServer server) {
        String name = server.contestant().name();
        try (var generator = generator(server);
                var open = new OpenRooms(generator, name())) {
            open.open(ROOMS);
            var steady = new SteadyTraffic(open, rate);
            steady.start();
            var slow = new SlowReaders(generator, name(), FileLimit.rooms(slowReaders), SLOW_READERS_RATE);
            slow.start();
            slow.watch().pass(SETTLE);
            steady.count();
            slow.watch().pass(SLOW_READERS_READ);
            double before = p99(steady.count());
            long stalledAt = System.nanoTime();
            slow.stall();
            slow.watch().await(slow.allRemoved(), SLOW_READERS_PATIENCE, "slow readers to be closed");
            double with = p99(steady.count());
            double seconds = (System.nanoTime() - stalledAt) / 1e9;
            Map<Integer, Integer> codes = slow.end(SLOW_READERS_PATIENCE);
            steady.end();
            System.out.printf("%-18s   (closed within %.0f s, by code: %s)%n", name, seconds, codes);
            figures.add(name, "p99 ms, all read", before);
            figures.add(name, "p99 ms, " + slowReaders + " stop reading", with);
            figures.add(name, "of them found the server's reason", foundReason(codes));
        }
    }

    private static int foundReason(Map<Integer, Integer> codes) {
        return codes.entrySet().stream()
                .filter(code -> code.getKey() >= OWN_CODES)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static double p99(Histogram nanos) {
        return nanos.getValueAtPercentile(99) / NANOS_PER_MILLI;
    }

    /** As each server's own client sends them. */
    void calls(RunningServer server) {
        CallScript script = server.contestant().dialect().callScript();
        figures.add(
                server.contestant().name(),
                "calls / CPU s",
                calls(server, script, time).perCpuSecond());
    }

    /** As the original's client sends them, where the server's own client would not. */
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
            var calls = new Calls(generator, name(), script);
            calls.start(CALLS_AT_ONCE);
            calls.watch().pass(SETTLE);
            Rate rate = Rate.measure(server, calls::over, () -> calls.watch().pass(measured));
            calls.end();
            return rate;
        }
    }

    private Rate circulate(RunningServer server, int rooms, Duration measured) {
        try (var generator = generator(server);
                var open = new OpenRooms(generator, name())) {
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

    /** No two runs share a room's name: a server may keep seats for a while. */
    private String name() {
        runs++;
        return "bench-" + runs + "-";
    }

    private static Generator generator(RunningServer server) {
        return new Generator(server.port(), server.contestant().dialect());
    }
}
