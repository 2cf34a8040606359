package videochatroom.it.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;

/** Rooms with both participants in them, for as long as they are needed. */
final class OpenRooms implements RoomEvents, AutoCloseable {

    private static final CallScript SCRIPT = CallScript.CANDIDATES_SINGLY;

    /** How many are opened at once: more only wait at the server. */
    private static final int AT_ONCE = 32;

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int BEAT_SECONDS = 5;

    private final Generator generator;
    private final String prefix;
    private final Watch watch = new Watch();
    private final List<Room> rooms = new ArrayList<>();
    private final ScheduledFuture<?> beats;
    private final CompletableFuture<Void> allClosed = new CompletableFuture<>();

    private CompletableFuture<Void> allReady = new CompletableFuture<>();
    private Traffic traffic = Traffic.NONE;
    private int wanted;
    private int ready;
    private int closed;
    private boolean closing;

    OpenRooms(Generator generator, String prefix) {
        this.generator = generator;
        this.prefix = prefix;
        this.beats = generator.every(BEAT_SECONDS, this::beat);
    }

    /** Opens more rooms until there are so many, and waits until they are ready. */
    void open(int count) {
        CompletableFuture<Void> done = generator.ask(() -> {
            allReady = new CompletableFuture<>();
            wanted = count;
            for (int i = 0; i < AT_ONCE; i++) {
                openNext();
            }
            return allReady;
        });
        watch.await(done, PATIENCE, count + " rooms to be ready");
    }

    /** The rooms; to be used on the generator's thread. */
    List<Room> rooms() {
        return rooms;
    }

    Generator generator() {
        return generator;
    }

    Watch watch() {
        return watch;
    }

    /** From now on messages are this one's. */
    void use(Traffic messages) {
        this.traffic = messages;
    }

    /** Waits until every message that was sent has come. A lost one is a failure. */
    void drain() {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (generator.ask(this::underWay) > 0) {
            if (System.nanoTime() > deadline) {
                throw new BenchmarkFailure(generator.ask(this::underWay) + " messages are lost");
            }
            watch.pass(Duration.ofMillis(20));
        }
    }

    @Override
    public void close() {
        beats.cancel(false);
        generator.ask(() -> {
            closing = true;
            rooms.forEach(Room::leave);
            return null;
        });
        if (!rooms.isEmpty()) {
            watch.await(allClosed, PATIENCE, "the sockets to be closed");
        }
    }

    @Override
    public void ready(Room room) {
        ready++;
        openNext();
        if (ready == wanted) {
            allReady.complete(null);
        }
    }

    @Override
    public void received(Room room, int side, long sequence) {
        traffic.received(room, side, sequence);
    }

    @Override
    public void closed(Room room) {
        closed++;
        if (closing && closed == rooms.size()) {
            allClosed.complete(null);
        }
    }

    @Override
    public void failed(Room room, Throwable cause) {
        watch.fail(cause);
    }

    private void openNext() {
        if (rooms.size() < wanted) {
            int number = rooms.size();
            // each begins at another message of the call, so that the mixture is the same at all times
            var room = new Room(number, prefix + number, number % SCRIPT.perSide(), SCRIPT, generator, this);
            rooms.add(room);
            room.open();
        }
    }

    private long underWay() {
        return rooms.stream()
                .mapToLong(room -> room.underWayTo(0) + room.underWayTo(1))
                .sum();
    }

    private void beat() {
        rooms.forEach(Room::beat);
    }
}
