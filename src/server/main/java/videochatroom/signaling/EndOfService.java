package videochatroom.signaling;

import jakarta.inject.Inject;
import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/**
 * Closes all sockets when the application is undeployed, deployed again, or stopped with its server. It serves no
 * address: a servlet is the first to hear of the end. When context listeners and CDI hear of it, WildFly has closed the
 * sockets already (1001), after which everyone would be told that the other one is gone.
 */
public class EndOfService extends GenericServlet {
    private static final long serialVersionUID = 1L;

    private transient ConnectionRegistry connections;

    @Inject
    void use(ConnectionRegistry registry) {
        connections = registry;
    }

    @Override
    public void destroy() {
        connections.end();
    }

    /** Not called: no address leads here. */
    @Override
    public void service(ServletRequest request, ServletResponse response) {
        throw new UnsupportedOperationException("no address leads here");
    }
}
