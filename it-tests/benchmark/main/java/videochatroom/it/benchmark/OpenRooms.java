package videochatroom.it.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;

/** Rooms with two participants that stay open. */
final class OpenRooms implements RoomEvents, AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final int HEARTBEAT_SECONDS = 5;

    private final Generator generator;
    private final Watch watch = new Watch();
    private final RoomOpener opener;
    private final ScheduledFuture<?> heartbeats;
    private final CompletableFuture<Void> allClosed = new CompletableFuture<>();

    private Traffic traffic = Traffic.NONE;
    private int closed;
    private boolean closing;

    OpenRooms(Generator generator, String prefix) {
        this.generator = generator;
        this.opener = new RoomOpener(generator, prefix, CallScript.CANDIDATES_SINGLY, this, watch);
        this.heartbeats = generator.every(HEARTBEAT_SECONDS, this::heartbeat);
    }

    /** Opens rooms until there are this many, and waits until they are ready. */
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

    /** Passes received messages to this traffic from now on. */
    void use(Traffic receiver) {
        this.traffic = receiver;
    }

    /** Waits until every sent message has arrived. Throws an exception if one does not arrive in time. */
    void drain() {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (generator.call(this::underWay) > 0) {
            if (System.nanoTime() > deadline) {
                throw new BenchmarkFailure(generator.call(this::underWay) + " messages are lost");
            }
            watch.pass(Duration.ofMillis(20));
        }
    }

    @Override
    public void close() {
        heartbeats.cancel(false);
        generator.call(() -> {
            closing = true;
            rooms().forEach(Room::leave);
            return null;
        });
        if (!rooms().isEmpty()) {
            watch.await(allClosed, TIMEOUT, "the sockets to be closed");
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

    private void heartbeat() {
        rooms().forEach(Room::heartbeat);
    }
}
