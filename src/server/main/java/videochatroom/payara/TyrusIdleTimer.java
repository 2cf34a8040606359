package videochatroom.payara;

import static videochatroom.config.KnownSettings.SKIP_IDLE_TIMER;

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
 * Keeps Tyrus (2.1.5, Payara 6) from scheduling timers that do nothing (decision 9). With every message, sent or
 * received, Tyrus passes its idle task to the container's managed executor, which searches all jars of the server each
 * time. Without an idle timeout the task does nothing. No setting prevents that, so this class replaces the executor in
 * the WebSocket container of this application, and drops these tasks only. Without Tyrus, or with one that is not as
 * expected, it changes nothing.
 *
 * <p>Lost connections are found without it, by {@code signaling.ping-interval} and {@code signaling.silence-timeout}.
 */
@ApplicationScoped
class TyrusIdleTimer {

    private static final Logger LOG = Logger.getLogger(TyrusIdleTimer.class.getName());

    /** The attribute with the WebSocket container (Jakarta WebSocket 2.1, section 6.4). */
    private static final String CONTAINER = "jakarta.websocket.server.ServerContainer";

    private static final String OWNER = "org.glassfish.tyrus.core.BaseContainer";
    private static final String EXECUTOR = "managedScheduledExecutorService";

    private static final Dropped DROPPED = new Dropped();

    void start(@Observes @Initialized(ApplicationScoped.class) ServletContext context, Settings settings) {
        Object container = context.getAttribute(CONTAINER);
        if (settings.get(SKIP_IDLE_TIMER) && container != null) {
            dropIdleTasks(container);
        }
    }

    /** Gives Tyrus an executor that drops its idle tasks. Sockets that open from now on use it. */
    static void dropIdleTasks(Object container) {
        try {
            Optional<Field> field = executorField(container.getClass());
            if (field.isPresent() && field.get().get(container) instanceof ScheduledExecutorService original) {
                field.get().set(container, withoutIdleTasks(original));
                LOG.info("Tyrus starts no idle timers that do nothing.");
            }
        } catch (ReflectiveOperationException | RuntimeException notAsExpected) {
            LOG.log(Level.WARNING, "Tyrus is not as expected: its idle timers stay and cost CPU time.", notAsExpected);
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

    /** A task of Tyrus without delay is the idle task of a session without an idle timeout. */
    private static Object withoutIdleTasks(ScheduledExecutorService original) {
        return Proxy.newProxyInstance(
                TyrusIdleTimer.class.getClassLoader(),
                new Class<?>[] {ScheduledExecutorService.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("schedule") && (long) arguments[1] <= 0) {
                        return DROPPED;
                    }
                    try {
                        return method.invoke(original, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    /** What Tyrus gets for a dropped task. It only ever cancels it. */
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
