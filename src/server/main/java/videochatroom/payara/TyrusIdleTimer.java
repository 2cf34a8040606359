package videochatroom.payara;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import videochatroom.config.Settings;

/**
 * Keeps Tyrus (2.1.5, Payara 6) from starting timers that do nothing. With every message that comes or goes it hands
 * its idle task to the container's managed executor, which looks through all the server's jars each time; also with no
 * idle timeout, when the task does nothing at all. No setting ends that (see the decision on it), so this reaches into
 * the websocket container of this application alone, and drops those tasks and nothing else. Where Tyrus is not as
 * expected, or is not there, everything stays as it is.
 *
 * <p>Dead sockets are noticed without it, by {@code signaling.ping-interval} and {@code signaling.silence-timeout}.
 */
@ApplicationScoped
class TyrusIdleTimer {

    private static final Logger LOG = Logger.getLogger(TyrusIdleTimer.class.getName());

    /** Jakarta WebSocket 2.1, section 6.4. */
    private static final String CONTAINER = "jakarta.websocket.server.ServerContainer";

    private static final String OWNER = "org.glassfish.tyrus.core.BaseContainer";
    private static final String EXECUTOR = "managedScheduledExecutorService";

    private static final Dropped DROPPED = new Dropped();

    void spareIdleTimers(@Observes @Initialized(ApplicationScoped.class) ServletContext context, Settings settings) {
        Object container = context.getAttribute(CONTAINER);
        if (settings.skipIdleTimer() && container != null) {
            spare(container);
        }
    }

    /** Gives Tyrus an executor that drops what would do nothing. Sockets opened from now on use it. */
    static void spare(Object container) {
        try {
            Optional<Field> field = executorField(container.getClass());
            if (field.isPresent() && field.get().get(container) instanceof ScheduledExecutorService theirs) {
                field.get().set(container, withoutIdleTasks(theirs));
                LOG.info("Tyrus starts no idle timers that do nothing.");
            }
        } catch (ReflectiveOperationException | RuntimeException notAsExpected) {
            LOG.log(Level.WARNING, "Tyrus is not as expected: its idle timers stay, and cost.", notAsExpected);
        }
    }

    private static Optional<Field> executorField(Class<?> container) throws NoSuchFieldException {
        for (Class<?> type = container; type != null; type = type.getSuperclass()) {
            if (type.getName().equals(OWNER)) {
                Field field = type.getDeclaredField(EXECUTOR);
                field.setAccessible(true);
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** Tyrus' task with no delay is that of a session with no idle timeout, and finds that out when it runs. */
    private static Object withoutIdleTasks(ScheduledExecutorService theirs) {
        return Proxy.newProxyInstance(
                TyrusIdleTimer.class.getClassLoader(),
                new Class<?>[] {ScheduledExecutorService.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("schedule") && (long) arguments[1] <= 0) {
                        return DROPPED;
                    }
                    try {
                        return method.invoke(theirs, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    /** What Tyrus gets for a task that was dropped: all it ever does with it is to cancel it. */
    private static final class Dropped extends CompletableFuture<Object> implements ScheduledFuture<Object> {
        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(0, other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
