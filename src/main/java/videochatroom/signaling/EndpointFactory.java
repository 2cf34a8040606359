package videochatroom.signaling;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.server.ServerEndpointConfig;

/**
 * Makes an endpoint for each socket. Left to the container, CDI does it, which on Payara looks through the class anew
 * each time. Thread-safe.
 */
public class EndpointFactory extends ServerEndpointConfig.Configurator {

    /**
     * Asked for with the first socket, since the container may make this before CDI is there. Any thread may be first.
     */
    private volatile Connections connections;

    @Override
    public <T> T getEndpointInstance(Class<T> endpoint) {
        Connections found = connections;
        if (found == null) {
            found = CDI.current().select(Connections.class).get();
            connections = found;
        }
        return endpoint.cast(new SignalingEndpoint(found));
    }
}
