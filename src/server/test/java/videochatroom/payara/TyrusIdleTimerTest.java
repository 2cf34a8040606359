package videochatroom.payara;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.server.ServerEndpointConfig;
import java.util.Hashtable;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.WebSocketEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With Tyrus itself, in a naming context that has a scheduled executor, as on Payara. */
class TyrusIdleTimerTest {

    private final TyrusServerContainer tyrus = inNamingContext(Tyrus::new);
    private final ScheduledExecutorService original = tyrus.getScheduledExecutorService();

    @BeforeEach
    void replaceTheExecutor() {
        assertSame(Names.EXECUTOR, original, "Tyrus uses what the container has");
        TyrusIdleTimer.dropIdleTasks(tyrus);
    }

    @AfterEach
    void forgetTasks() {
        Names.EXECUTOR.getQueue().clear();
    }

    @Test
    void aTaskWithoutDelayIsDropped() {
        long before = Names.EXECUTOR.getTaskCount();
        var task = tyrus.getScheduledExecutorService().schedule(() -> {}, 0, TimeUnit.MILLISECONDS);
        assertEquals(before, Names.EXECUTOR.getTaskCount());
        task.cancel(true);
    }

    @Test
    void aTaskWithADelayIsScheduledByTheContainer() {
        var once = tyrus.getScheduledExecutorService().schedule(() -> {}, 1, TimeUnit.HOURS);
        var often = tyrus.getScheduledExecutorService().scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.HOURS);
        assertTrue(Names.EXECUTOR.getQueue().containsAll(List.of(once, often)));
    }

    @Test
    void anExceptionOfTheContainerIsPassedOn() {
        var refusing = new ScheduledThreadPoolExecutor(1);
        refusing.shutdown();
        var other = inNamingContext(Tyrus::new, refusing);
        TyrusIdleTimer.dropIdleTasks(other);
        assertNotSame(refusing, other.getScheduledExecutorService());
        assertThrows(
                RejectedExecutionException.class,
                () -> other.getScheduledExecutorService().schedule(() -> {}, 1, TimeUnit.HOURS));
    }

    @Test
    void anotherContainerIsLeftAlone() {
        TyrusIdleTimer.dropIdleTasks(new Object());
    }

    private static TyrusServerContainer inNamingContext(Callable<TyrusServerContainer> made) {
        return inNamingContext(made, Names.EXECUTOR);
    }

    private static TyrusServerContainer inNamingContext(
            Callable<TyrusServerContainer> made, ScheduledExecutorService executor) {
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Names.class.getName());
        Names.found = executor;
        try {
            return made.call();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
        }
    }

    /** Finds the same object under every name. */
    public static final class Names implements InitialContextFactory {

        static final ScheduledThreadPoolExecutor EXECUTOR = new ScheduledThreadPoolExecutor(1);
        static volatile ScheduledExecutorService found = EXECUTOR;

        @Override
        public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
            return new InitialContext(true) {
                @Override
                public Object lookup(String name) {
                    return found;
                }
            };
        }
    }

    /** Tyrus' server without endpoints. */
    private static final class Tyrus extends TyrusServerContainer {

        Tyrus() {
            super(Set.of());
        }

        @Override
        public void register(Class<?> endpointClass) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void register(ServerEndpointConfig endpoint) {
            throw new UnsupportedOperationException();
        }

        @Override
        public WebSocketEngine getWebSocketEngine() {
            throw new UnsupportedOperationException();
        }
    }
}
