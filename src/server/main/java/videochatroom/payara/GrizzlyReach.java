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
 * How {@link GrizzlyConnection} does what it does, by reflection on public methods, which are looked up once: all that
 * may be needed is there, or none of it is used.
 */
record GrizzlyReach(
        List<Method> wayDown,
        Method filterChain,
        Method connectionOf,
        Method processor,
        Object whenWriting,
        Method writeQueue,
        Method spaceInBytes,
        Method memoryManager,
        Method wrap,
        Method write,
        Class<?> completionHandler,
        Method isOpen,
        Method terminate) {

    private static final List<String> WAY_DOWN = List.of("getUnwrappedCoyoteRequest", "getCoyoteRequest", "getContext");

    private static final Logger LOG = Logger.getLogger(GrizzlyReach.class.getName());

    static GrizzlyReach from(ServletRequest request) throws ReflectiveOperationException {
        List<Method> wayDown = new ArrayList<>();
        Object reached = request;
        for (String step : WAY_DOWN) {
            Method method = reached.getClass().getMethod(step);
            wayDown.add(method);
            reached = method.invoke(reached);
        }
        Method filterChain = reached.getClass().getMethod("getFilterChain");
        Method connectionOf = reached.getClass().getMethod("getConnection");
        Class<?> connection = connectionOf.invoke(reached).getClass();
        ClassLoader grizzly = connection.getClassLoader();
        Class<?> event = Class.forName("org.glassfish.grizzly.IOEvent", true, grizzly);
        Method writeQueue = connection.getMethod("getAsyncWriteQueue");
        Method memoryManager = connection.getMethod("getMemoryManager");
        Class<?> completionHandler = Class.forName("org.glassfish.grizzly.CompletionHandler", false, grizzly);
        return new GrizzlyReach(
                List.copyOf(wayDown),
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
     * What a request came by; nothing where what is written to that would not go through the same filters, as where one
     * port is for several protocols.
     */
    Optional<Object> connectionOf(ServletRequest request) throws ReflectiveOperationException {
        Object context = request;
        for (Method step : wayDown) {
            context = step.invoke(context);
        }
        Object connection = connectionOf.invoke(context);
        boolean sameFilters = processor.invoke(connection, whenWriting) == filterChain.invoke(context);
        return sameFilters ? Optional.of(connection) : Optional.empty();
    }

    /** What Grizzly tells how a write ended. */
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
                                // in part only
                            }
                        }
                    } catch (RuntimeException fault) {
                        // Grizzly would leave what is queued behind it
                        LOG.log(Level.WARNING, "What follows a message failed", fault);
                    }
                    return null;
                });
    }
}
