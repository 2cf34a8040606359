package videochatroom.it.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Opens rooms, a few at a time. Confined to the generator's thread, unless a method says otherwise. */
final class RoomOpener {

    /** More at once would only wait in the server. */
    private static final int AT_ONCE = 32;

    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private final Generator generator;
    private final String prefix;
    private final CallScript script;
    private final RoomEvents events;
    private final Watch watch;
    private final List<Room> rooms = new ArrayList<>();

    private CompletableFuture<Void> allReady = new CompletableFuture<>();
    private int wanted;
    private int ready;

    /** The rooms report to {@code events}. A failure that {@code watch} knows ends the waiting for rooms. */
    RoomOpener(Generator generator, String prefix, CallScript script, RoomEvents events, Watch watch) {
        this.generator = generator;
        this.prefix = prefix;
        this.script = script;
        this.events = events;
        this.watch = watch;
    }

    /** The rooms so far. */
    List<Room> rooms() {
        return rooms;
    }

    /** Opens rooms until there are this many, and waits until they are ready. May be called on any thread. */
    void open(int count) {
        CompletableFuture<Void> done = generator.call(() -> {
            allReady = new CompletableFuture<>();
            wanted = count;
            for (int i = 0; i < AT_ONCE; i++) {
                openNext();
            }
            return allReady;
        });
        watch.await(done, TIMEOUT, count + " rooms to be ready");
    }

    /** A room is ready, so the next one is opened. */
    void ready() {
        ready++;
        openNext();
        if (ready == wanted) {
            allReady.complete(null);
        }
    }

    private void openNext() {
        if (rooms.size() < wanted) {
            int number = rooms.size();
            // each room starts at another message of the script, so that the mixture is constant
            var room = new Room(number, prefix + number, number % script.perSide(), script, generator, events);
            rooms.add(room);
            room.open();
        }
    }
}
