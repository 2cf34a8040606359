package videochatroom.payara;

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

    private static volatile boolean unknown;

    private final Object connection;

    private GrizzlyConnection(Object connection) {
        this.connection = connection;
    }

    /**
     * What a request of Servlet's came by; nothing on other servers, and where Payara is not as expected, which is
     * logged once.
     */
    static Optional<GrizzlyConnection> beneath(Object request) {
        if (unknown || !request.getClass().getName().startsWith(CONTAINER)) {
            return Optional.empty();
        }
        Object found = request;
        try {
            for (String step : WAY_DOWN) {
                found = call(found, step);
            }
            var connection = new GrizzlyConnection(found);
            // whether all is there that may be needed
            connection.pending();
            return Optional.of(connection);
        } catch (NoSuchMethodException | IllegalAccessException | ClassCastException notAsExpected) {
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
            return pending();
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.FINE, "Grizzly did not say what waits", e);
            return false;
        }
    }

    /** Ends it at once; does nothing if it has ended. */
    public void terminate() {
        try {
            call(connection, "terminateSilently");
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.FINE, "Grizzly did not end a connection", e);
        }
    }

    private boolean pending() throws ReflectiveOperationException {
        return (int) call(call(connection, "getAsyncWriteQueue"), "spaceInBytes") > 0;
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }
}
