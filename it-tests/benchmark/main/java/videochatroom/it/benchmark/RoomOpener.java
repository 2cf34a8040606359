package videochatroom.it.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Opens rooms, a few at a time. Lives on the generator's thread, but for what its methods say. */
final class RoomOpener {

    /** More at once only wait at the server. */
    private static final int AT_ONCE = 32;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Generator generator;
    private final String prefix;
    private final CallScript script;
    private final RoomEvents events;
    private final Watch watch;
    private final List<Room> rooms = new ArrayList<>();

    private CompletableFuture<Void> allReady = new CompletableFuture<>();
    private int wanted;
    private int ready;

    /** Rooms tell the events what happens in them; the watch ends the waiting for them when something fails. */
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

    /** Opens more rooms until there are so many, and waits until they are ready. From any thread. */
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

    /** One of them is ready: the next one's turn. */
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
            // each begins at another message of the call, so that the mixture is the same at all times
            var room = new Room(number, prefix + number, number % script.perSide(), script, generator, events);
            rooms.add(room);
            room.open();
        }
    }
}
