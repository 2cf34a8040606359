package videochatroom.it.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** People come, talk, go, lose their connection or stop reading, as a seed decides. Lives on the generator's thread. */
final class SoakTraffic implements RoomEvents {

    private static final CallScript SCRIPT = CallScript.CANDIDATES_SINGLY;

    /** What may happen. */
    enum Action {
        JOIN,
        RELAY,
        LEAVE,
        CUT,
        STALL
    }

    private static final int MAX_ROOMS = 200;
    /** To one who reads: a slow server is not to be flooded. */
    private static final int MAX_UNDER_WAY = 20;
    /** To one who does not read, at once. */
    private static final int STALL_BURST = 5 * SCRIPT.perSide();

    private static final long STALL_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Generator generator;
    private final Random random;
    private final int perSecond;
    private final Watch watch = new Watch();
    private final List<Room> talking = new ArrayList<>();
    /** Rooms whose second participant reads nothing, and since when. */
    private final Map<Room, Long> stalled = new HashMap<>();

    private final Map<Action, Long> done = new EnumMap<>(Action.class);
    private final CompletableFuture<Void> allClosed = new CompletableFuture<>();
    private long startedAt;
    private long steps;
    private int opened;
    private int closed;
    private boolean ending;

    SoakTraffic(Generator generator, long seed, int perSecond) {
        this.generator = generator;
        this.random = new Random(seed);
        this.perSecond = perSecond;
    }

    /** Lets it happen for this time; then all leave. How often what happened. */
    Map<Action, Long> run(Duration time) {
        generator.ask(() -> {
            startedAt = System.nanoTime();
            tick();
            return null;
        });
        watch.pass(time);
        generator.ask(() -> {
            ending = true;
            return null;
        });
        watch.await(allClosed, PATIENCE, "all sockets to be closed");
        return done;
    }

    @Override
    public void ready(Room room) {
        talking.add(room);
    }

    @Override
    public void received(Room room, int side, long sequence) {
        // the room has checked it
    }

    @Override
    public void left(Room room, int side) {
        if (side == 0 && stalled.remove(room) != null) {
            // the server has closed the one who does not read, who does not see it
            room.participant(1).cut();
            room.participant(0).leave();
        }
    }

    @Override
    public void closed(Room room) {
        closed++;
    }

    @Override
    public void failed(Room room, Throwable cause) {
        watch.fail(cause);
    }

    private void tick() {
        try {
            long due = (System.nanoTime() - startedAt) / (TimeUnit.SECONDS.toNanos(1) / perSecond);
            for (; steps < due && !ending; steps++) {
                act();
            }
            stalled.forEach(this::feed);
            if (ending) {
                end();
            }
            if (!allClosed.isDone()) {
                generator.after(Duration.ofMillis(5), this::tick);
            }
        } catch (RuntimeException e) {
            watch.fail(e);
        }
    }

    private void act() {
        int dice = random.nextInt(10_000);
        if (dice < 200) {
            join();
        } else if (talking.isEmpty()) {
            return;
        } else if (dice < 300) {
            some(Action.LEAVE).leave();
        } else if (dice < 380) {
            Room room = some(Action.CUT);
            int side = random.nextInt(2);
            room.participant(side).cut();
            room.participant(1 - side).leave();
        } else if (dice < 383) {
            Room room = some(Action.STALL);
            room.participant(1).stall();
            stalled.put(room, System.nanoTime());
        } else {
            relay(talking.get(random.nextInt(talking.size())), random.nextInt(2));
        }
    }

    private void join() {
        if (opened - closed < MAX_ROOMS) {
            count(Action.JOIN);
            new Room(opened, "soak-" + startedAt + "-" + opened, 0, SCRIPT, generator, this).open();
            opened++;
        }
    }

    private void relay(Room room, int side) {
        if (room.underWayTo(1 - side) < MAX_UNDER_WAY) {
            count(Action.RELAY);
            room.send(side);
        }
    }

    /** One of those who talk, who then talks no more. */
    private Room some(Action action) {
        count(action);
        return talking.remove(random.nextInt(talking.size()));
    }

    private void feed(Room room, long since) {
        if (System.nanoTime() - since > STALL_NANOS) {
            throw new BenchmarkFailure("One who does not read is not closed, in room " + room.name());
        }
        // what the server has not taken yet needs no more on top of it
        for (int i = 0; i < STALL_BURST && room.participant(0).channel().isWritable(); i++) {
            room.send(0);
        }
    }

    private void end() {
        talking.forEach(Room::leave);
        talking.clear();
        if (closed == opened) {
            allClosed.complete(null);
        }
    }

    private void count(Action action) {
        done.merge(action, 1L, Long::sum);
    }
}
