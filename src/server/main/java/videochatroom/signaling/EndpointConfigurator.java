package videochatroom.signaling;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;

/**
 * Creates the endpoint of each socket, and tells the transport providers of each handshake. If the container created
 * the endpoints, CDI would inspect their class for each socket on Payara. Thread-safe.
 */
public class EndpointConfigurator extends ServerEndpointConfig.Configurator {

    /** Looked up with the first handshake: a container may create this object before CDI has started. */
    private volatile ConnectionRegistry connections;

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        connections().onHandshake(config.getUserProperties());
    }

    @Override
    public <T> T getEndpointInstance(Class<T> endpoint) {
        return endpoint.cast(new SignalingEndpoint(connections()));
    }

    private ConnectionRegistry connections() {
        ConnectionRegistry found = connections;
        if (found == null) {
            found = CDI.current().select(ConnectionRegistry.class).get();
            connections = found;
        }
        return found;
    }
}
