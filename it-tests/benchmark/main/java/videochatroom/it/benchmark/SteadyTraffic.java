package videochatroom.it.benchmark;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Sends messages at a fixed rate, independent of the server, and measures their latency from the time at which they
 * were due. So messages that a stalled server delays count in full (no coordinated omission).
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

    /** Sends for both durations and returns the latencies of the second one, in nanoseconds. */
    Histogram run(Duration before, Duration measured) {
        start();
        open.watch().pass(before);
        takeLatencies();
        open.watch().pass(measured);
        return end();
    }

    /** Starts sending. */
    void start() {
        open.generator().call(() -> {
            open.use(this);
            startedAt = System.nanoTime();
            tick();
            return null;
        });
    }

    /** Returns the latencies since the last call, in nanoseconds. */
    Histogram takeLatencies() {
        return open.generator().call(() -> {
            Histogram taken = latencies;
            latencies = new Histogram(HIGHEST, 3);
            return taken;
        });
    }

    /** Stops sending and waits for messages under way. Returns the latencies since the last call, in nanoseconds. */
    Histogram end() {
        open.generator().call(() -> {
            ending = true;
            return null;
        });
        open.drain();
        return latencies;
    }

    @Override
    public void received(Room room, int side, long sequence) {
        // the number of the message in its direction determines its number among all, and so when it was due
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
        // at once, so that the thread polls but does not sleep: sleeping has a resolution of a millisecond only
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
