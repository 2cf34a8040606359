package videochatroom.signaling;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import videochatroom.config.Settings;
import videochatroom.ice.IceServers;
import videochatroom.metrics.Metrics;
import videochatroom.payara.GrizzlyConnection;
import videochatroom.protocol.MessageCodec;
import videochatroom.room.RoomRegistry;

/**
 * All open sockets, and the one timer that looks after them: a dead socket is found by its silence, since TCP alone may
 * take hours. Thread-safe.
 */
@ApplicationScoped
class Connections {

    private static final Logger LOG = Logger.getLogger(Connections.class.getName());

    /** All that is waited for takes seconds: one more does not matter. */
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);

    /** Sockets that are closed, and have not read all that is on its way to them; with when to end them. */
    private final Queue<Unwritten> unwritten = new ConcurrentLinkedQueue<>();

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    /** Those that we have closed, until they are gone: they count no more. */
    private final Set<Connection> closing = ConcurrentHashMap.newKeySet();

    private final MessageCodec codec = new MessageCodec();

    @Inject
    private Settings settings;

    @Inject
    private Dispatcher dispatcher;

    @Inject
    private RoomRegistry registry;

    @Inject
    private IceServers iceServers;

    @Inject
    private Metrics metrics;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private final List<ScheduledFuture<?>> timers = new ArrayList<>();

    /** Begins with the application, and not with its first socket: seats of before are kept from now on. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
        registry.sweep();
    }

    @PostConstruct
    void start() {
        metrics.watch(
                "rooms", "Rooms with somebody in them.", () -> registry.census().rooms());
        metrics.watch(
                "participants",
                "People who have a seat.",
                () -> registry.census().participants());
        metrics.watch(
                "waiting",
                "People who wait for a seat.",
                () -> registry.census().waiting());
        metrics.watch("sockets", "Open sockets.", open::size);
        metrics.watch(
                "outbox_bytes",
                "Memory of what waits to be sent to all.",
                () -> outboxBytes().sum());
        metrics.watch(
                "outbox_largest_bytes",
                "Memory of what waits to be sent to the slowest.",
                () -> outboxBytes().max().orElse(0));
        timers.add(every(LOOK_INTERVAL, this::examineAll));
        timers.add(every(LOOK_INTERVAL, this::endUnwritten));
        timers.add(every(LOOK_INTERVAL, registry::sweep));
    }

    @PreDestroy
    void stopSweeping() {
        timers.forEach(timer -> timer.cancel(false));
    }

    /** Takes a new socket. */
    Connection open(Session session) {
        var connection =
                new Connection(session, codec, dispatcher, registry, iceServers, settings, metrics, System::nanoTime);
        open.add(connection);
        return connection;
    }

    /** Closes a new socket at once if there are as many as there may be. */
    void admit(Connection connection) {
        // Looked at after it was added, so that a rush is never let in as a whole.
        int sockets = open.size();
        if (sockets > settings.maxSockets() || sockets - registry.placed() > settings.maxRoomlessSockets()) {
            open.remove(connection);
            closing.add(connection);
            connection.close(CloseReasonCode.TOO_MANY_SOCKETS);
        }
    }

    /** Takes note that a socket is closed. */
    void closed(Connection connection, int code) {
        metrics.closed(connection.closeCode(code));
        connection
                .gone()
                .ifPresent(socket ->
                        unwritten.add(new Unwritten(socket, System.nanoTime() + GuardedSession.CLOSING.toNanos())));
        open.remove(connection);
        closing.remove(connection);
    }

    private ScheduledFuture<?> every(Duration interval, Runnable task) {
        return scheduler.scheduleAtFixedRate(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException fault) {
                        // A periodic task that throws is never run again.
                        LOG.log(Level.SEVERE, "a periodic task failed", fault);
                    }
                },
                interval.toMillis(),
                interval.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private LongStream outboxBytes() {
        return open.stream().mapToLong(Connection::queuedBytes);
    }

    private void examineAll() {
        open.forEach(connection ->
                connection.examine(settings.pingInterval(), settings.silenceTimeout(), settings.joinTimeout()));
        open.stream().filter(Connection::isEnded).forEach(closing::add);
        open.removeAll(closing);
        // those that went in that very moment
        closing.removeIf(Connection::isGone);
        // in a rush nobody is waited for
        Duration patience = closing.size() > settings.maxRoomlessSockets() ? LOOK_INTERVAL : GuardedSession.CLOSING;
        closing.forEach(connection -> connection.terminateAfter(patience));
    }

    private void endUnwritten() {
        // added in this order, so the first is due first
        for (Unwritten next = unwritten.peek(); next != null && next.isDue(); next = unwritten.peek()) {
            unwritten.remove();
            next.socket().terminate();
        }
    }

    private record Unwritten(GrizzlyConnection socket, long endAt) {
        boolean isDue() {
            return System.nanoTime() - endAt >= 0;
        }
    }
}
