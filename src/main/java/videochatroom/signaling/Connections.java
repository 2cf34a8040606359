package videochatroom.signaling;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import videochatroom.config.Settings;
import videochatroom.protocol.LeaveReason;
import videochatroom.protocol.MessageCodec;

/**
 * All open sockets, and the one timer that looks after them: a dead socket is found by its silence, since TCP alone may
 * take hours. Thread-safe.
 */
@ApplicationScoped
class Connections {

    private static final Logger LOG = Logger.getLogger(Connections.class.getName());

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final MessageCodec codec = new MessageCodec();

    @Inject
    private Settings settings;

    @Inject
    private Dispatcher dispatcher;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private ScheduledFuture<?> sweeping;

    @PostConstruct
    void startSweeping() {
        long interval = settings.pingInterval().toMillis();
        sweeping = scheduler.scheduleAtFixedRate(this::sweep, interval, interval, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stopSweeping() {
        sweeping.cancel(false);
    }

    Connection open(Session session) {
        var connection = new Connection(session, codec, dispatcher, settings, System::nanoTime);
        open.add(connection);
        return connection;
    }

    void closed(Connection connection) {
        open.remove(connection);
        connection.end(LeaveReason.CONNECTION_LOST);
    }

    private void sweep() {
        for (Connection connection : open) {
            try {
                connection.examine(settings.silenceTimeout(), settings.joinTimeout());
            } catch (RuntimeException fault) {
                // A periodic task that throws is never run again.
                LOG.log(Level.SEVERE, "a connection could not be examined", fault);
            }
        }
    }
}
