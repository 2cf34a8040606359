package videochatroom.payara;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A connection of Payara's HTTP server (Grizzly 4). Jakarta's APIs cannot end a connection: closing it waits until all
 * data is written, for ever if the client does not read (decisions 17 and 18). Writing to it directly costs less than
 * writing through code that is made for pages (decision 19). Thread-safe.
 */
final class GrizzlyConnection {

    private static final Logger LOG = Logger.getLogger(GrizzlyConnection.class.getName());

    private static final String CONTAINER_PACKAGE = "org.apache.catalina.";

    private static final ThreadLocal<GrizzlyConnection> CURRENT = new ThreadLocal<>();

    /** Looked up with the first request; null until then. */
    private static volatile GrizzlyMethods methodsFound;

    /** Whether Grizzly is not as expected. */
    private static volatile boolean unknown;

    private final Object connection;
    private final GrizzlyMethods methods;

    private GrizzlyConnection(Object connection, GrizzlyMethods methods) {
        this.connection = connection;
        this.methods = methods;
    }

    /** The connection of a request. Empty on other servers, and if Grizzly is not as expected, which is logged once. */
    static Optional<GrizzlyConnection> of(ServletRequest wrapped) {
        ServletRequest request = unwrapped(wrapped);
        if (unknown || !request.getClass().getName().startsWith(CONTAINER_PACKAGE)) {
            return Optional.empty();
        }
        try {
            GrizzlyMethods methods = methodsFound;
            if (methods == null) {
                methods = GrizzlyMethods.from(request);
                methodsFound = methods;
            }
            GrizzlyMethods found = methods;
            return methods.connectionOf(request).map(connection -> new GrizzlyConnection(connection, found));
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | NoSuchFieldException
                | IllegalAccessException notAsExpected) {
            unknown = true;
            LOG.log(
                    Level.WARNING,
                    "Grizzly is not as expected: messages cost more, and a client that does not read keeps its connection, or a thread.",
                    notAsExpected);
            return Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException cleared) {
            LOG.log(Level.FINE, "A request has no connection any more", cleared);
            return Optional.empty();
        }
    }

    /** The connection of the request that this thread is answering. Empty if it is not known. */
    static Optional<GrizzlyConnection> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** This thread begins to answer a request of this connection. */
    static void setCurrent(GrizzlyConnection connection) {
        CURRENT.set(connection);
    }

    /** This thread has answered the request. */
    static void clearCurrent() {
        CURRENT.remove();
    }

    private static ServletRequest unwrapped(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        return inner;
    }

    /** Whether data waits to be written. */
    boolean hasUnsentData() {
        return unsentBytes() > 0;
    }

    /** How many bytes wait to be written; 0 if that is not known. */
    int unsentBytes() {
        try {
            return (int) methods.queuedBytes().invoke(methods.writeQueue().invoke(connection));
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.FINE, "Grizzly did not say how much is unsent", e);
            return 0;
        }
    }

    /** Whether the connection has not ended; true if that is not known. */
    boolean isOpen() {
        try {
            return (boolean) methods.isOpen().invoke(connection);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.FINE, "Grizzly did not say whether a connection is open", e);
            return true;
        }
    }

    /**
     * Writes bytes after all data that waits. Does not wait itself. One of the callbacks is called once, by this thread
     * or one of the server's.
     *
     * @param written called when the operating system has taken the bytes
     * @param failed called when it will not take them
     */
    void write(byte[] bytes, Runnable written, Consumer<Throwable> failed) {
        try {
            Object buffer = methods.wrap().invoke(null, methods.memoryManager().invoke(connection), bytes);
            methods.write().invoke(connection, buffer, methods.completionHandler(written, failed));
        } catch (ReflectiveOperationException | RuntimeException e) {
            failed.accept(e);
        }
    }

    /** Ends the connection at once. Does nothing if it has ended. */
    void terminate() {
        try {
            methods.terminate().invoke(connection);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.FINE, "Grizzly did not end a connection", e);
        }
    }
}
