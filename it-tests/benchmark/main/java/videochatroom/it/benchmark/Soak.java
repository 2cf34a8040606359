package videochatroom.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Finds leaks. The server's live heap, threads, open files, rooms, seats and connections are measured after a short run
 * and after a long run of the same traffic. Throws an exception if they have grown by more than the tolerance.
 */
public final class Soak {

    /** For caches and pools that grow with use. */
    private static final int COUNTED_ROOMS = 10;

    private static final double HEAP_TOLERANCE = 0.10;

    private static final int THREAD_TOLERANCE = 8;
    private static final int HANDLE_TOLERANCE = 8;

    /** The server keeps seats of lost sockets for 30 seconds (the setting {@code seat.grace}). */
    private static final Duration SEATS_FREED = Duration.ofSeconds(45);

    private static final double MEGABYTE = 1024 * 1024;

    private final RunningServer server;
    private final Random seeds;
    private final int perSecond;

    private Soak(RunningServer server, Random seeds, int perSecond) {
        this.server = server;
        this.seeds = seeds;
        this.perSecond = perSecond;
    }

    public static void main(String[] arguments) throws IOException {
        Options options = Options.of(arguments);
        long seed = options.number("seed", System.nanoTime());
        var minutes = Duration.ofMinutes(options.number("minutes", 10L));
        System.out.printf("Soak of %d minutes; the same again with --seed=%d%n", minutes.toMinutes(), seed);
        Contestant contestant = new Contestants(options)
                .available(List.of(options.text("servers", Contestants.UBER_JAR)))
                .get(0);
        var log = Files.createDirectories(Options.target().resolve("benchmark/logs"))
                .resolve("soak.log");
        int port = options.number("port", 20_080, 20_080);
        try (var server = new RunningServer(contestant, port, options.text("server-core", "0"), log)) {
            new Soak(server, new Random(seed), options.number("rate", 500, 500)).run(minutes);
        }
    }

    private void run(Duration time) {
        requireThatAllIsCounted();
        State before = after(time.dividedBy(5));
        State after = after(time);
        System.out.printf("%n%-14s %10s %10s%n", "", "before", "after");
        List<Boolean> flat = List.of(
                compare("live heap MB", before.heap, after.heap, before.heap * HEAP_TOLERANCE),
                compare("threads", before.threads, after.threads, THREAD_TOLERANCE),
                compare("open files", before.handles, after.handles, HANDLE_TOLERANCE),
                compare("rooms", before.rooms, after.rooms, 0),
                compare("seats", before.seats, after.seats, 0),
                compare("connections", before.connections, after.connections, 0));
        if (flat.contains(false)) {
            throw new BenchmarkFailure("There is a leak");
        }
        System.out.println("There is no leak.");
    }

    /** The server is examined by the names of its classes. One that has another name now would never leak. */
    private void requireThatAllIsCounted() {
        try (var generator = new Generator(server.port(), server.contestant().dialect());
                var open = new OpenRooms(generator, "soak-counted-")) {
            open.open(COUNTED_ROOMS);
            State state = State.of(server.tree());
            if (state.rooms < COUNTED_ROOMS
                    || state.seats < 2 * COUNTED_ROOMS
                    || state.connections < 2 * COUNTED_ROOMS) {
                throw new BenchmarkFailure("Rooms, seats and connections are not on the heap by their names: " + state);
            }
        }
    }

    /** The state of the server after traffic for this time, when all participants have left and all seats are freed. */
    private State after(Duration time) {
        try (var generator = new Generator(server.port(), server.contestant().dialect())) {
            var done = new SoakTraffic(generator, seeds.nextLong(), perSecond).run(time);
            System.out.printf("%d s: %s%n", time.toSeconds(), done);
        }
        new Watch().pass(SEATS_FREED);
        return State.of(server.tree());
    }

    private static boolean compare(String name, double before, double after, double tolerance) {
        boolean within = after <= before + tolerance;
        System.out.printf(
                Locale.ROOT,
                "%-14s %10.1f %10.1f  %s +%.1f%n",
                name,
                before,
                after,
                within ? "within" : "OVER",
                tolerance);
        return within;
    }

    private record State(double heap, double threads, double handles, double rooms, double seats, double connections) {
        static State of(ProcessTree tree) {
            String histogram = LiveHeap.histogram(tree);
            return new State(
                    LiveHeap.totalOf(histogram) / MEGABYTE,
                    tree.threads(),
                    tree.handles(),
                    LiveHeap.instances(histogram, "videochatroom.room.Room"),
                    LiveHeap.instances(histogram, "videochatroom.room.Seat"),
                    // the class has another name in earlier builds, which this measures too
                    LiveHeap.instances(histogram, "videochatroom.signaling.ClientConnection")
                            + LiveHeap.instances(histogram, "videochatroom.signaling.Connection"));
        }
    }
}
