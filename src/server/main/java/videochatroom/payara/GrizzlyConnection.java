package videochatroom.payara;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A connection of Payara's HTTP server (Grizzly 4). Closing it waits until all is written, for ever where nobody reads,
 * and nothing in Jakarta's APIs ends it (decisions 17 and 18); a session that is closed while something is read is
 * mixed up with others (decision 16); and what is written past all that is made for pages costs less (decision 19).
 * Thread-safe.
 */
public final class GrizzlyConnection {

    private static final Logger LOG = Logger.getLogger(GrizzlyConnection.class.getName());

    private static final String CONTAINER = "org.apache.catalina.";

    private static final ThreadLocal<GrizzlyConnection> OF_REQUEST = new ThreadLocal<>();

    /** How it is done, found with the first request. */
    private static volatile GrizzlyReach reachFound;

    private static volatile boolean unknown;

    private final Object connection;
    private final GrizzlyReach reach;

    private GrizzlyConnection(Object connection, GrizzlyReach reach) {
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
            GrizzlyReach reach = reachFound;
            if (reach == null) {
                reach = GrizzlyReach.from(request);
                reachFound = reach;
            }
            GrizzlyReach found = reach;
            return reach.connectionOf(request).map(connection -> new GrizzlyConnection(connection, found));
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | NoSuchFieldException
                | IllegalAccessException notAsExpected) {
            unknown = true;
            LOG.log(
                    Level.WARNING,
                    "Grizzly is not as expected: messages cost more, and who never reads keeps his connection, or a thread.",
                    notAsExpected);
            return Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException cleared) {
            LOG.log(Level.FINE, "A request has no connection any more", cleared);
            return Optional.empty();
        }
    }

    /** What the request came by that this thread is answering; nothing where that is not known. */
    public static Optional<GrizzlyConnection> ofRequest() {
        return Optional.ofNullable(OF_REQUEST.get());
    }

    static void requestBegins(GrizzlyConnection connection) {
        OF_REQUEST.set(connection);
    }

    static void requestEnds() {
        OF_REQUEST.remove();
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
            return (int) reach.spaceInBytes().invoke(reach.writeQueue().invoke(connection));
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.FINE, "Grizzly did not say what waits", e);
            return 0;
        }
    }

    /** Whether it has not ended yet; true where that is not known. */
    public boolean isOpen() {
        try {
            return (boolean) reach.isOpen().invoke(connection);
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
            Object buffer = reach.wrap().invoke(null, reach.memoryManager().invoke(connection), bytes);
            reach.write().invoke(connection, buffer, reach.completionHandler(written, failed));
        } catch (ReflectiveOperationException | RuntimeException e) {
            failed.accept(e);
        }
    }

    /** Ends it at once; does nothing if it has ended. */
    public void terminate() {
        try {
            reach.terminate().invoke(connection);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.FINE, "Grizzly did not end a connection", e);
        }
    }
}
