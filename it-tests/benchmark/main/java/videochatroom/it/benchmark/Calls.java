package videochatroom.it.benchmark;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Whole calls, a fixed number at a time. A call has two sockets: both join, exchange offer, answer and eight candidates
 * each, leave and close.
 */
final class Calls implements RoomEvents {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Generator generator;
    private final String prefix;
    private final CallScript script;
    private final Watch watch = new Watch();
    private final CompletableFuture<Void> allFinished = new CompletableFuture<>();
    private int started;
    private int finished;
    private boolean ending;

    Calls(Generator generator, String prefix, CallScript script) {
        this.generator = generator;
        this.prefix = prefix;
        this.script = script;
    }

    void start(int atOnce) {
        generator.call(() -> {
            for (int i = 0; i < atOnce; i++) {
                begin();
            }
            return null;
        });
    }

    /** The number of finished calls. */
    long finished() {
        return generator.call(() -> (long) finished);
    }

    Watch watch() {
        return watch;
    }

    /** Starts no more calls and waits for those that are running. */
    void end() {
        generator.call(() -> {
            ending = true;
            return null;
        });
        watch.await(allFinished, TIMEOUT, "the last calls to end");
    }

    @Override
    public void ready(Room room) {
        sendAll(room, 0);
    }

    @Override
    public void received(Room room, int side, long sequence) {
        if (side == 1 && sequence == 0) {
            sendAll(room, 1);
        }
        boolean allSent = room.sentBy(0) + room.sentBy(1) == 2L * room.script().perSide();
        if (allSent && room.underWayTo(0) + room.underWayTo(1) == 0) {
            room.leave();
        }
    }

    @Override
    public void closed(Room room) {
        finished++;
        if (!ending) {
            begin();
        } else if (finished == started) {
            allFinished.complete(null);
        }
    }

    @Override
    public void failed(Room room, Throwable cause) {
        watch.fail(cause);
    }

    private void begin() {
        int number = started++;
        new Room(number, prefix + number, 0, script, generator, this).open();
    }

    private static void sendAll(Room room, int side) {
        for (int i = 0; i < room.script().perSide(); i++) {
            room.send(side);
        }
    }
}
