package videochatroom.it.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Rooms whose second participants all stop reading at the same moment, while the first ones go on sending to them at a
 * fixed rate, in turn, until the server has closed every one of the second. Before that moment they read: so what is
 * sent is the same before and after it. Lives on the generator's thread, but for what its methods say.
 */
final class SlowReaders implements RoomEvents {

    private static final Duration TICK = Duration.ofMillis(1);

    private final Generator generator;
    private final int wanted;
    private final long intervalNanos;
    private final Watch watch = new Watch();
    private final RoomOpener opener;
    /** Those whose second participant has not been closed. */
    private final List<Room> fed = new ArrayList<>();

    private final Map<Integer, Integer> codes = new TreeMap<>();
    private final CompletableFuture<Void> allRemoved = new CompletableFuture<>();
    private final CompletableFuture<Void> allClosed = new CompletableFuture<>();
    private long startedAt;
    private long sent;
    private int closed;
    private boolean stalled;

    /** So many rooms, to which so many messages a second are sent. */
    SlowReaders(Generator generator, String prefix, int wanted, int perSecond) {
        this.generator = generator;
        this.opener = new RoomOpener(generator, prefix, CallScript.DESCRIPTIONS, this, watch);
        this.wanted = wanted;
        this.intervalNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** Opens the rooms, and begins to send. From any thread. */
    void start() {
        opener.open(wanted);
        generator.ask(() -> {
            fed.addAll(opener.rooms());
            startedAt = System.nanoTime();
            tick();
            return null;
        });
    }

    /** From now on none of the second participants reads. From any thread. */
    void stall() {
        generator.ask(() -> {
            stalled = true;
            opener.rooms().forEach(room -> room.participant(1).stall());
            return null;
        });
    }

    /** Completes when the server has closed all who do not read. */
    CompletableFuture<Void> allRemoved() {
        return allRemoved;
    }

    /**
     * Lets the second participants wake up and find what was under way, and why they are closed: not before the others'
     * messages are counted, since the generator has much to read and check then. Waits until all sockets are closed;
     * how many found which code. From any thread.
     */
    Map<Integer, Integer> end(Duration patience) {
        generator.ask(() -> {
            opener.rooms().forEach(room -> room.participant(1).readOn());
            return null;
        });
        watch.await(allClosed, patience, "the sockets of slow readers to be closed");
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
        // the room has checked it
    }

    @Override
    public void left(Room room, int side) {
        if (side == 0 && stalled && fed.remove(room)) {
            room.participant(0).leave();
            if (fed.isEmpty()) {
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
            for (; sent < due && !fed.isEmpty(); sent++) {
                fed.get((int) (sent % fed.size())).send(0);
            }
            if (!fed.isEmpty()) {
                generator.after(TICK, this::tick);
            }
        } catch (RuntimeException e) {
            watch.fail(e);
        }
    }
}
