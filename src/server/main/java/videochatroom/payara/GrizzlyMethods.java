package videochatroom.payara;

import jakarta.servlet.ServletRequest;
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
 * The methods of Payara and Grizzly that {@link GrizzlyConnection} calls. They are public and looked up once, by
 * reflection: all of them exist, or none is used. Immutable.
 *
 * @param pathToContext leads from a request to the context of its filter chain, one after the other
 * @param filterChain gets the filter chain of a context
 * @param connectionOf gets the connection of a context
 * @param processor gets the processor of a connection for an event
 * @param writeEvent the event of writing
 * @param writeQueue gets the write queue of a connection
 * @param queuedBytes gets the size of a write queue
 * @param memoryManager gets the memory manager of a connection
 * @param wrap makes a buffer of bytes
 * @param write writes a buffer to a connection
 * @param completionHandler the interface of its callback
 * @param isOpen whether a connection is open
 * @param terminate ends a connection
 */
record GrizzlyMethods(
        List<Method> pathToContext,
        Method filterChain,
        Method connectionOf,
        Method processor,
        Object writeEvent,
        Method writeQueue,
        Method queuedBytes,
        Method memoryManager,
        Method wrap,
        Method write,
        Class<?> completionHandler,
        Method isOpen,
        Method terminate) {

    private static final List<String> PATH_TO_CONTEXT =
            List.of("getUnwrappedCoyoteRequest", "getCoyoteRequest", "getContext");

    private static final Logger LOG = Logger.getLogger(GrizzlyMethods.class.getName());

    /**
     * Looks the methods up.
     *
     * @throws ReflectiveOperationException if one of them does not exist
     */
    static GrizzlyMethods from(ServletRequest request) throws ReflectiveOperationException {
        List<Method> pathToContext = new ArrayList<>();
        Object current = request;
        for (String step : PATH_TO_CONTEXT) {
            Method method = current.getClass().getMethod(step);
            pathToContext.add(method);
            current = method.invoke(current);
        }
        Method filterChain = current.getClass().getMethod("getFilterChain");
        Method connectionOf = current.getClass().getMethod("getConnection");
        Class<?> connection = connectionOf.invoke(current).getClass();
        ClassLoader grizzly = connection.getClassLoader();
        Class<?> event = Class.forName("org.glassfish.grizzly.IOEvent", true, grizzly);
        Method writeQueue = connection.getMethod("getAsyncWriteQueue");
        Method memoryManager = connection.getMethod("getMemoryManager");
        Class<?> completionHandler = Class.forName("org.glassfish.grizzly.CompletionHandler", false, grizzly);
        return new GrizzlyMethods(
                List.copyOf(pathToContext),
                filterChain,
                connectionOf,
                connection.getMethod("obtainProcessor", event),
                event.getField("WRITE").get(null),
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

    /**
     * The connection of a request. Empty if data that is written to it would not pass the same filters as an answer,
     * for example because the port serves several protocols.
     */
    Optional<Object> connectionOf(ServletRequest request) throws ReflectiveOperationException {
        Object context = request;
        for (Method step : pathToContext) {
            context = step.invoke(context);
        }
        Object connection = connectionOf.invoke(context);
        boolean sameFilters = processor.invoke(connection, writeEvent) == filterChain.invoke(context);
        return sameFilters ? Optional.of(connection) : Optional.empty();
    }

    /** Makes Grizzly's callback for a write. */
    Object completionHandler(Runnable written, Consumer<Throwable> failed) {
        return Proxy.newProxyInstance(
                completionHandler.getClassLoader(), new Class<?>[] {completionHandler}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.invoke(written, arguments);
                    }
                    try {
                        switch (method.getName()) {
                            case "completed" -> written.run();
                            case "failed" -> failed.accept((Throwable) arguments[0]);
                            case "cancelled" -> failed.accept(new CancellationException());
                            default -> {
                                // "updated": only a part is written yet
                            }
                        }
                    } catch (RuntimeException fault) {
                        // Grizzly would not write what is queued behind this message.
                        LOG.log(Level.WARNING, "What follows a message failed", fault);
                    }
                    return null;
                });
    }
}
