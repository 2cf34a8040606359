package videochatroom.it.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Rooms whose second participants all stop reading at the same moment. The first participants send to them in turn at a
 * fixed rate, before that moment and after it, until the server has closed all second participants. Confined to the
 * generator's thread, unless a method says otherwise.
 */
final class SlowReaders implements RoomEvents {

    private static final Duration TICK = Duration.ofMillis(1);

    private final Generator generator;
    private final int wanted;
    private final long intervalNanos;
    private final Watch watch = new Watch();
    private final RoomOpener opener;
    /** Rooms whose second participant is still connected. */
    private final List<Room> active = new ArrayList<>();

    private final Map<Integer, Integer> codes = new TreeMap<>();
    private final CompletableFuture<Void> allRemoved = new CompletableFuture<>();
    private final CompletableFuture<Void> allClosed = new CompletableFuture<>();
    private long startedAt;
    private long sent;
    private int closed;
    private boolean stalled;

    /** This many rooms, which together get this many messages a second. */
    SlowReaders(Generator generator, String prefix, int wanted, int perSecond) {
        this.generator = generator;
        this.opener = new RoomOpener(generator, prefix, CallScript.DESCRIPTIONS, this, watch);
        this.wanted = wanted;
        this.intervalNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** Opens the rooms and starts sending. May be called on any thread. */
    void start() {
        opener.open(wanted);
        generator.call(() -> {
            active.addAll(opener.rooms());
            startedAt = System.nanoTime();
            tick();
            return null;
        });
    }

    /** All second participants stop reading. May be called on any thread. */
    void stall() {
        generator.call(() -> {
            stalled = true;
            opener.rooms().forEach(room -> room.participant(1).stall());
            return null;
        });
    }

    /** Completes when the server has closed all second participants. */
    CompletableFuture<Void> allRemoved() {
        return allRemoved;
    }

    /**
     * The second participants read the rest, up to the close code. Must not run during a measurement, because it keeps
     * the generator busy. Waits until all sockets are closed. May be called on any thread.
     *
     * @return how many participants received each close code
     */
    Map<Integer, Integer> end(Duration timeout) {
        generator.call(() -> {
            opener.rooms().forEach(room -> room.participant(1).resumeReading());
            return null;
        });
        watch.await(allClosed, timeout, "the sockets of slow readers to be closed");
        return codes;
    }

    Watch watch() {
        return watch;
    }

    @Override
    public void ready(Room room) {
        opener.ready();
    }

    @Override
    public void received(Room room, int side, long sequence) {
        // the room has verified the message
    }

    @Override
    public void left(Room room, int side) {
        if (side == 0 && stalled && active.remove(room)) {
            room.participant(0).leave();
            if (active.isEmpty()) {
                allRemoved.complete(null);
            }
        }
    }

    @Override
    public void closed(Room room) {
        closed++;
        codes.merge(room.participant(1).closeCode(), 1, Integer::sum);
        if (closed == wanted) {
            allClosed.complete(null);
        }
    }

    @Override
    public void failed(Room room, Throwable cause) {
        watch.fail(cause);
    }

    private void tick() {
        try {
            long due = (System.nanoTime() - startedAt) / intervalNanos;
            for (; sent < due && !active.isEmpty(); sent++) {
                active.get((int) (sent % active.size())).send(0);
            }
            if (!active.isEmpty()) {
                generator.after(TICK, this::tick);
            }
        } catch (RuntimeException e) {
            watch.fail(e);
        }
    }
}
