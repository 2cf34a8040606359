package videochatroom.signaling;

import static videochatroom.config.KnownSettings.MAX_ROOMLESS_SOCKETS;
import static videochatroom.config.KnownSettings.MAX_SOCKETS;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import videochatroom.config.Settings;
import videochatroom.ice.IceServers;
import videochatroom.metrics.Metrics;
import videochatroom.protocol.MessageCodec;
import videochatroom.room.RoomRegistry;

/**
 * All sockets, and the timer that checks them: a lost connection shows by its silence, because TCP alone may take hours
 * to report it. Thread-safe.
 */
@ApplicationScoped
class ConnectionRegistry {

    private static final Logger LOG = Logger.getLogger(ConnectionRegistry.class.getName());

    /** Every timeout here is in seconds, so one second of delay does not matter. */
    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(1);

    /** How long the end of the application waits for clients to answer the close frame, and then for their end. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private static final Duration FAREWELL_CHECK_INTERVAL = Duration.ofMillis(10);

    private final Set<ClientConnection> open = ConcurrentHashMap.newKeySet();

    /** Sockets that the server is closing. They do not count for the limits. */
    private final Set<ClientConnection> closing = ConcurrentHashMap.newKeySet();

    /** Closed sockets whose data is not written yet. */
    private final Set<ClientConnection> draining = ConcurrentHashMap.newKeySet();

    private final List<ScheduledFuture<?>> timers = new ArrayList<>();

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

    @Inject
    private Instance<TransportProvider> transportProviders;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private ClientConnection.Services services;
    private Transports transports;

    /** Whether the application ends, and with it every socket. */
    private volatile boolean ending;

    /** Starts with the application, not with its first socket: the seats of the previous run are kept from now on. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
        registry.sweep();
    }

    @PostConstruct
    void start() {
        services = new ClientConnection.Services(
                new MessageCodec(), dispatcher, registry, iceServers, settings, metrics, System::nanoTime);
        transports = new Transports(transportProviders);
        metrics.watch(
                "rooms", "Rooms with somebody in them.", () -> registry.stats().rooms());
        metrics.watch(
                "participants",
                "People who have a seat.",
                () -> registry.stats().participants());
        metrics.watch(
                "waiting", "People who wait for a seat.", () -> registry.stats().waiting());
        metrics.watch("sockets", "Open sockets.", open::size);
        metrics.watch(
                "outbox_bytes",
                "Memory of what waits to be sent to all.",
                () -> outboxBytes().sum());
        metrics.watch(
                "outbox_largest_bytes",
                "Memory of what waits to be sent to the slowest.",
                () -> outboxBytes().max().orElse(0));
        timers.add(every(SWEEP_INTERVAL, this::sweep));
        timers.add(every(SWEEP_INTERVAL, this::terminateDraining));
        timers.add(every(SWEEP_INTERVAL, registry::sweep));
    }

    /**
     * The application ends: every client is told to connect again. Some containers would leave their sockets open, and
     * then fail to load the classes that handle what comes (Payara). So this waits until the last socket is closed.
     */
    void end() {
        ending = true;
        timers.forEach(timer -> timer.cancel(false));
        // Nobody has left anybody: everyone is on their way back.
        registry.end();
        open.forEach(this::sendAway);
        awaitEndOfAll();
        closing.forEach(connection -> connection.terminateIfClosingFor(Duration.ZERO));
        draining.forEach(connection -> connection.terminateIfClosedFor(Duration.ZERO));
        awaitEndOfAll();
    }

    /** See {@link TransportProvider#onHandshake}. */
    void onHandshake(Map<String, Object> userProperties) {
        transports.onHandshake(userProperties);
    }

    /** Takes a new socket. */
    ClientConnection open(Session session) {
        var connection = new ClientConnection(transports.of(session), services);
        open.add(connection);
        return connection;
    }

    /** Closes a new socket at once if it exceeds a limit (4503), or if the application ends. */
    void admit(ClientConnection connection) {
        if (ending) {
            sendAway(connection);
            return;
        }
        // Checked after it was added, so that sockets that open at the same moment count each other.
        int sockets = open.size();
        if (sockets > settings.get(MAX_SOCKETS) || sockets - registry.placed() > settings.get(MAX_ROOMLESS_SOCKETS)) {
            retire(connection);
            connection.close(CloseReasonCode.TOO_MANY_SOCKETS);
        }
    }

    /** The container has reported the end of a socket. */
    void closed(ClientConnection connection, int code) {
        connection.closed(code);
        if (connection.hasUnsentData()) {
            draining.add(connection);
        }
        open.remove(connection);
        closing.remove(connection);
    }

    private void sweep() {
        for (ClientConnection connection : open) {
            connection.checkLiveness();
            if (!connection.state().isOpen()) {
                retire(connection);
            }
        }
        removeClosed();
        // In a rush no socket gets the full time.
        Duration timeout = closing.size() > settings.get(MAX_ROOMLESS_SOCKETS)
                ? SWEEP_INTERVAL
                : SerializedTransport.CLOSE_TIMEOUT;
        closing.forEach(connection -> connection.terminateIfClosingFor(timeout));
    }

    private void terminateDraining() {
        draining.removeIf(connection -> connection.terminateIfClosedFor(SerializedTransport.CLOSE_TIMEOUT));
    }

    private void sendAway(ClientConnection connection) {
        retire(connection);
        connection.close(CloseReasonCode.RESTARTING);
    }

    private void awaitEndOfAll() {
        long deadline = System.nanoTime() + FAREWELL.toNanos();
        while (!isAllClosed() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(FAREWELL_CHECK_INTERVAL.toMillis());
            } catch (InterruptedException serverStops) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean isAllClosed() {
        removeClosed();
        return open.isEmpty() && closing.isEmpty();
    }

    /** Sockets whose end was reported just before they were added. */
    private void removeClosed() {
        closing.removeIf(connection -> connection.state().isClosed());
    }

    private void retire(ClientConnection connection) {
        closing.add(connection);
        open.remove(connection);
    }

    private ScheduledFuture<?> every(Duration interval, Runnable task) {
        return scheduler.scheduleAtFixedRate(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException fault) {
                        // A periodic task that throws is never run again.
                        LOG.log(Level.SEVERE, "A periodic task failed", fault);
                    }
                },
                interval.toMillis(),
                interval.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private LongStream outboxBytes() {
        return open.stream().mapToLong(ClientConnection::queuedBytes);
    }
}
