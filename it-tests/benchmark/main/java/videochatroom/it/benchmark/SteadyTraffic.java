package videochatroom.it.benchmark;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Messages at a fixed rate, whatever the server does, and how long each took, counted from when it was to be sent: what
 * a stalled server holds up counts too (no coordinated omission).
 */
final class SteadyTraffic implements Traffic {

    private static final long HIGHEST = TimeUnit.SECONDS.toNanos(60);

    private final OpenRooms open;
    private final long intervalNanos;
    private Histogram latencies = new Histogram(HIGHEST, 3);
    private long startedAt;
    private long sent;
    private boolean ending;

    SteadyTraffic(OpenRooms open, int perSecond) {
        this.open = open;
        this.intervalNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** The latencies in nanoseconds, of this time after that time of not counting. */
    Histogram run(Duration before, Duration measured) {
        start();
        open.watch().pass(before);
        count();
        open.watch().pass(measured);
        return end();
    }

    /** Begins to send. */
    void start() {
        open.generator().ask(() -> {
            open.use(this);
            startedAt = System.nanoTime();
            tick();
            return null;
        });
    }

    /** Counts from now on; the latencies since the last time, in nanoseconds. */
    Histogram count() {
        return open.generator().ask(() -> {
            Histogram counted = latencies;
            latencies = new Histogram(HIGHEST, 3);
            return counted;
        });
    }

    /** Sends no more, and waits for what is under way; the latencies since the last time, in nanoseconds. */
    Histogram end() {
        open.generator().ask(() -> {
            ending = true;
            return null;
        });
        open.drain();
        return latencies;
    }

    @Override
    public void received(Room room, int side, long sequence) {
        // the k-th message of all is the n-th of its direction: when it was to be sent follows from that
        long ofDirection = sequence - room.first();
        long ofAll = ofDirection * 2 * open.rooms().size() + 2L * room.number() + (1 - side);
        latencies.recordValue(Math.min(HIGHEST, System.nanoTime() - dueAt(ofAll)));
    }

    private void tick() {
        if (ending) {
            return;
        }
        long now = System.nanoTime();
        while (dueAt(sent) <= now) {
            int direction = Math.toIntExact(sent % (2L * open.rooms().size()));
            open.rooms().get(direction / 2).send(direction % 2);
            sent++;
        }
        // so soon that the thread looks for messages but does not sleep: sleeping is exact to a millisecond only
        open.generator().soon(this::tickOrFail);
    }

    private void tickOrFail() {
        try {
            tick();
        } catch (RuntimeException e) {
            open.watch().fail(e);
        }
    }

    private long dueAt(long message) {
        return startedAt + message * intervalNanos;
    }
}
