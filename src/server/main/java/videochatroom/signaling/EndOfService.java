package videochatroom.signaling;

import jakarta.inject.Inject;
import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Closes all sockets when the application is undeployed, deployed again, or stopped with its server. It serves no
 * address: a servlet is the first to hear of the end. When context listeners and CDI hear of it, WildFly has closed the
 * sockets already (1001), after which everyone would be told that the other one is gone.
 */
public class EndOfService extends GenericServlet {
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = Logger.getLogger(EndOfService.class.getName());

    private transient ConnectionRegistry connections;

    @Inject
    void use(ConnectionRegistry registry) {
        connections = registry;
    }

    @Override
    public void destroy() {
        connections.end();
        releaseLastRecord();
    }

    /**
     * Lets the JVM forget the classes of this application. Java 17 keeps the class of the record whose {@code equals}
     * was used last for the first time, and with it everything else (a cache of a method handle in
     * {@link ObjectMethods}). From here on that is a class of its own.
     */
    private static void releaseLastRecord() {
        try {
            var equals = MethodType.methodType(boolean.class, String.class, Object.class);
            ObjectMethods.bootstrap(MethodHandles.lookup(), "equals", equals, String.class, "");
        } catch (Throwable notAsExpected) {
            LOG.log(
                    Level.FINE,
                    "The JVM may keep a copy of the application until it links another record",
                    notAsExpected);
        }
    }

    /** Not called: no address leads here. */
    @Override
    public void service(ServletRequest request, ServletResponse response) {
        throw new UnsupportedOperationException("no address leads here");
    }
}
