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

/**
 * Participants join, send messages, leave, lose their connection or stop reading, as a seed decides. Confined to the
 * generator's thread, except {@link #run}.
 */
final class SoakTraffic implements RoomEvents {

    private static final CallScript SCRIPT = CallScript.CANDIDATES_SINGLY;

    /** What may happen in a step. */
    enum Action {
        JOIN,
        RELAY,
        LEAVE,
        CUT,
        STALL
    }

    private static final int MAX_ROOMS = 200;
    /** To a participant who reads, so that a slow server is not flooded. */
    private static final int MAX_UNDER_WAY = 20;
    /** At once to a participant who does not read. */
    private static final int STALL_BURST = 5 * SCRIPT.perSide();

    private static final long STALL_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Generator generator;
    private final Random random;
    private final int perSecond;
    private final Watch watch = new Watch();
    private final List<Room> active = new ArrayList<>();
    /** Rooms whose second participant does not read, and since when ({@code System.nanoTime}). */
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

    /** Runs the traffic for this time; then all leave. Returns how often each action happened. */
    Map<Action, Long> run(Duration time) {
        generator.call(() -> {
            startedAt = System.nanoTime();
            tick();
            return null;
        });
        watch.pass(time);
        generator.call(() -> {
            ending = true;
            return null;
        });
        watch.await(allClosed, TIMEOUT, "all sockets to be closed");
        return done;
    }

    @Override
    public void ready(Room room) {
        active.add(room);
    }

    @Override
    public void received(Room room, int side, long sequence) {
        // the room has verified the message
    }

    @Override
    public void left(Room room, int side) {
        if (side == 0 && stalled.remove(room) != null) {
            // the server has closed the participant who does not read, and so does not notice
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
        } else if (active.isEmpty()) {
            return;
        } else if (dice < 300) {
            removeAny(Action.LEAVE).leave();
        } else if (dice < 380) {
            Room room = removeAny(Action.CUT);
            int side = random.nextInt(2);
            room.participant(side).cut();
            room.participant(1 - side).leave();
        } else if (dice < 383) {
            Room room = removeAny(Action.STALL);
            room.participant(1).stall();
            stalled.put(room, System.nanoTime());
        } else {
            relay(active.get(random.nextInt(active.size())), random.nextInt(2));
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

    /** Removes a random room from those with traffic. */
    private Room removeAny(Action action) {
        count(action);
        return active.remove(random.nextInt(active.size()));
    }

    private void feed(Room room, long since) {
        if (System.nanoTime() - since > STALL_NANOS) {
            throw new BenchmarkFailure("A participant who does not read was not closed, in room " + room.name());
        }
        // no more if the server has not yet received what was sent
        for (int i = 0; i < STALL_BURST && room.participant(0).channel().isWritable(); i++) {
            room.send(0);
        }
    }

    private void end() {
        active.forEach(Room::leave);
        active.clear();
        if (closed == opened) {
            allClosed.complete(null);
        }
    }

    private void count(Action action) {
        done.merge(action, 1L, Long::sum);
    }
}
