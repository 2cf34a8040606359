package videochatroom.payara;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A connection of Payara's HTTP server (Grizzly 4), by reflection on public methods: closing it waits until all is
 * written, for ever where nobody reads, and nothing in Jakarta's APIs ends it (decision 17). Thread-safe.
 */
public final class GrizzlyConnection {

    private static final Logger LOG = Logger.getLogger(GrizzlyConnection.class.getName());

    private static final String CONTAINER = "org.apache.catalina.";
    private static final List<String> WAY_DOWN =
            List.of("getUnwrappedCoyoteRequest", "getCoyoteRequest", "getContext", "getConnection");

    private static final ThreadLocal<GrizzlyConnection> OF_HANDSHAKE = new ThreadLocal<>();

    /** How it is done, found with the first handshake. */
    private static volatile Reach found;

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
    static Optional<GrizzlyConnection> beneath(Object request) {
        if (unknown || !request.getClass().getName().startsWith(CONTAINER)) {
            return Optional.empty();
        }
        try {
            Reach reach = found;
            if (reach == null) {
                reach = Reach.from(request);
                found = reach;
            }
            return Optional.of(new GrizzlyConnection(reach.down(request), reach));
        } catch (NoSuchMethodException | IllegalAccessException notAsExpected) {
            unknown = true;
            LOG.log(Level.WARNING, "Grizzly is not as expected: who never reads keeps his connection.", notAsExpected);
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

    /** Whether something still waits to be written. */
    public boolean isPending() {
        try {
            return (int) reach.spaceInBytes.invoke(reach.writeQueue.invoke(connection)) > 0;
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.FINE, "Grizzly did not say what waits", e);
            return false;
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
    private record Reach(List<Method> wayDown, Method writeQueue, Method spaceInBytes, Method terminate) {

        static Reach from(Object request) throws ReflectiveOperationException {
            List<Method> wayDown = new ArrayList<>();
            Object reached = request;
            for (String step : WAY_DOWN) {
                Method method = reached.getClass().getMethod(step);
                wayDown.add(method);
                reached = method.invoke(reached);
            }
            Method writeQueue = reached.getClass().getMethod("getAsyncWriteQueue");
            return new Reach(
                    List.copyOf(wayDown),
                    writeQueue,
                    writeQueue.invoke(reached).getClass().getMethod("spaceInBytes"),
                    reached.getClass().getMethod("terminateSilently"));
        }

        Object down(Object request) throws ReflectiveOperationException {
            Object reached = request;
            for (Method step : wayDown) {
                reached = step.invoke(reached);
            }
            return reached;
        }
    }
}
