package videochatroom.payara;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A connection of Payara's HTTP server (Grizzly 4), by reflection on public methods: closing it waits until all is
 * written, for ever where nobody reads, and nothing in Jakarta's APIs ends it (decisions 17 and 18). Thread-safe.
 */
public final class GrizzlyConnection {

    private static final Logger LOG = Logger.getLogger(GrizzlyConnection.class.getName());

    private static final String CONTAINER = "org.apache.catalina.";
    private static final List<String> WAY_DOWN =
            List.of("getUnwrappedCoyoteRequest", "getCoyoteRequest", "getContext", "getConnection");

    private static final ThreadLocal<GrizzlyConnection> OF_HANDSHAKE = new ThreadLocal<>();

    /** How it is done, found with the first request. */
    private static volatile Reach reachFound;

    private static volatile boolean unknown;

    private final Object connection;
    private final Reach reach;

    private GrizzlyConnection(Object connection, Reach reach) {
        this.connection = connection;
        this.reach = reach;
    }

    /**
     * What a request of Servlet's came by; nothing on other servers, and where Payara is not as expected, which is
     * logged once.
     */
    static Optional<GrizzlyConnection> beneath(ServletRequest wrapped) {
        ServletRequest request = bare(wrapped);
        if (unknown || !request.getClass().getName().startsWith(CONTAINER)) {
            return Optional.empty();
        }
        try {
            Reach reach = reachFound;
            if (reach == null) {
                reach = Reach.from(request);
                reachFound = reach;
            }
            return Optional.of(new GrizzlyConnection(reach.down(request), reach));
        } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException notAsExpected) {
            unknown = true;
            LOG.log(
                    Level.WARNING,
                    "Grizzly is not as expected: who never reads keeps his connection, or a thread.",
                    notAsExpected);
            return Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException cleared) {
            LOG.log(Level.FINE, "A request has no connection any more", cleared);
            return Optional.empty();
        }
    }

    /** What the handshake came by that this thread is answering; nothing where that is not known. */
    public static Optional<GrizzlyConnection> ofHandshake() {
        return Optional.ofNullable(OF_HANDSHAKE.get());
    }

    static void handshakeBegins(GrizzlyConnection connection) {
        OF_HANDSHAKE.set(connection);
    }

    static void handshakeEnds() {
        OF_HANDSHAKE.remove();
    }

    private static ServletRequest bare(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        return inner;
    }

    /** Whether something still waits to be written. */
    public boolean isPending() {
        return pendingBytes() > 0;
    }

    /** How much still waits to be written; 0 where that is not known. */
    int pendingBytes() {
        try {
            return (int) reach.spaceInBytes.invoke(reach.writeQueue.invoke(connection));
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.FINE, "Grizzly did not say what waits", e);
            return 0;
        }
    }

    /** Whether it has not ended yet; true where that is not known. */
    public boolean isOpen() {
        try {
            return (boolean) reach.isOpen.invoke(connection);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.FINE, "Grizzly did not say whether a connection is open", e);
            return true;
        }
    }

    /**
     * Writes bytes behind all that waits to be written. When the system has taken them, or never will, one of the two
     * is called: by this thread, or by one of the server's.
     */
    public void write(byte[] bytes, Runnable written, Consumer<Throwable> failed) {
        try {
            Object buffer = reach.wrap.invoke(null, reach.memoryManager.invoke(connection), bytes);
            reach.write.invoke(connection, buffer, reach.completionHandler(written, failed));
        } catch (ReflectiveOperationException | RuntimeException e) {
            failed.accept(e);
        }
    }

    /** Ends it at once; does nothing if it has ended. */
    public void terminate() {
        try {
            reach.terminate.invoke(connection);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.FINE, "Grizzly did not end a connection", e);
        }
    }

    /** The methods, looked up once: all that may be needed is there, or none of it is used. */
    private record Reach(
            List<Method> wayDown,
            Method writeQueue,
            Method spaceInBytes,
            Method memoryManager,
            Method wrap,
            Method write,
            Class<?> completionHandler,
            Method isOpen,
            Method terminate) {

        static Reach from(ServletRequest request) throws ReflectiveOperationException {
            List<Method> wayDown = new ArrayList<>();
            Object reached = request;
            for (String step : WAY_DOWN) {
                Method method = reached.getClass().getMethod(step);
                wayDown.add(method);
                reached = method.invoke(reached);
            }
            Class<?> connection = reached.getClass();
            ClassLoader grizzly = connection.getClassLoader();
            Method writeQueue = connection.getMethod("getAsyncWriteQueue");
            Method memoryManager = connection.getMethod("getMemoryManager");
            Class<?> completionHandler = Class.forName("org.glassfish.grizzly.CompletionHandler", false, grizzly);
            return new Reach(
                    List.copyOf(wayDown),
                    writeQueue,
                    writeQueue.getReturnType().getMethod("spaceInBytes"),
                    memoryManager,
                    Class.forName("org.glassfish.grizzly.memory.Buffers", true, grizzly)
                            .getMethod("wrap", memoryManager.getReturnType(), byte[].class),
                    connection.getMethod("write", Object.class, completionHandler),
                    completionHandler,
                    connection.getMethod("isOpen"),
                    connection.getMethod("terminateSilently"));
        }

        Object down(ServletRequest request) throws ReflectiveOperationException {
            Object reached = request;
            for (Method step : wayDown) {
                reached = step.invoke(reached);
            }
            return reached;
        }

        /** What Grizzly tells how a write ended. */
        Object completionHandler(Runnable written, Consumer<Throwable> failed) {
            return Proxy.newProxyInstance(
                    completionHandler.getClassLoader(),
                    new Class<?>[] {completionHandler},
                    (proxy, method, arguments) -> {
                        if (method.getDeclaringClass() == Object.class) {
                            return method.invoke(written, arguments);
                        }
                        switch (method.getName()) {
                            case "completed" -> written.run();
                            case "failed" -> failed.accept((Throwable) arguments[0]);
                            case "cancelled" -> failed.accept(new CancellationException());
                            default -> {
                                // in part only
                            }
                        }
                        return null;
                    });
        }
    }
}
