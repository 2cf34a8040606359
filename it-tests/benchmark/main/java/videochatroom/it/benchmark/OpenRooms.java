package videochatroom.it.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;

/** Rooms with both participants in them, for as long as they are needed. */
final class OpenRooms implements RoomEvents, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int BEAT_SECONDS = 5;

    private final Generator generator;
    private final Watch watch = new Watch();
    private final RoomOpener opener;
    private final ScheduledFuture<?> beats;
    private final CompletableFuture<Void> allClosed = new CompletableFuture<>();

    private Traffic traffic = Traffic.NONE;
    private int closed;
    private boolean closing;

    OpenRooms(Generator generator, String prefix) {
        this.generator = generator;
        this.opener = new RoomOpener(generator, prefix, CallScript.CANDIDATES_SINGLY, this, watch);
        this.beats = generator.every(BEAT_SECONDS, this::beat);
    }

    /** Opens more rooms until there are so many, and waits until they are ready. */
    void open(int count) {
        opener.open(count);
    }

    /** The rooms; to be used on the generator's thread. */
    List<Room> rooms() {
        return opener.rooms();
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
            rooms().forEach(Room::leave);
            return null;
        });
        if (!rooms().isEmpty()) {
            watch.await(allClosed, PATIENCE, "the sockets to be closed");
        }
    }

    @Override
    public void ready(Room room) {
        opener.ready();
    }

    @Override
    public void received(Room room, int side, long sequence) {
        traffic.received(room, side, sequence);
    }

    @Override
    public void closed(Room room) {
        closed++;
        if (closing && closed == rooms().size()) {
            allClosed.complete(null);
        }
    }

    @Override
    public void failed(Room room, Throwable cause) {
        watch.fail(cause);
    }

    private long underWay() {
        return rooms().stream()
                .mapToLong(room -> room.underWayTo(0) + room.underWayTo(1))
                .sum();
    }

    private void beat() {
        rooms().forEach(Room::beat);
    }
}
