package videochatroom.it.benchmark;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Whole calls, a fixed number at a time: two sockets, both join, offer and answer, eight candidates each way, both
 * leave and close.
 */
final class Calls implements RoomEvents {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Generator generator;
    private final String prefix;
    private final CallScript script;
    private final Watch watch = new Watch();
    private final CompletableFuture<Void> allOver = new CompletableFuture<>();
    private int begun;
    private int over;
    private boolean ending;

    Calls(Generator generator, String prefix, CallScript script) {
        this.generator = generator;
        this.prefix = prefix;
        this.script = script;
    }

    void start(int atOnce) {
        generator.ask(() -> {
            for (int i = 0; i < atOnce; i++) {
                begin();
            }
            return null;
        });
    }

    /** How many calls are over. */
    long over() {
        return generator.ask(() -> (long) over);
    }

    Watch watch() {
        return watch;
    }

    /** Begins no more, and waits for the rest. */
    void end() {
        generator.ask(() -> {
            ending = true;
            return null;
        });
        watch.await(allOver, PATIENCE, "the last calls to end");
    }

    @Override
    public void ready(Room room) {
        say(room, 0);
    }

    @Override
    public void received(Room room, int side, long sequence) {
        if (side == 1 && sequence == 0) {
            say(room, 1);
        }
        boolean allSaid = room.sentBy(0) + room.sentBy(1) == 2L * room.script().perSide();
        if (allSaid && room.underWayTo(0) + room.underWayTo(1) == 0) {
            room.leave();
        }
    }

    @Override
    public void closed(Room room) {
        over++;
        if (!ending) {
            begin();
        } else if (over == begun) {
            allOver.complete(null);
        }
    }

    @Override
    public void failed(Room room, Throwable cause) {
        watch.fail(cause);
    }

    private void begin() {
        int number = begun++;
        new Room(number, prefix + number, 0, script, generator, this).open();
    }

    private static void say(Room room, int side) {
        for (int i = 0; i < room.script().perSide(); i++) {
            room.send(side);
        }
    }
}
