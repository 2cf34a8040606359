package videochatroom.signaling;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import videochatroom.payara.GrizzlyConnection;

/**
 * Makes an endpoint for each socket, and lets its session know what it came by. Left to the container, CDI does it,
 * which on Payara looks through the class anew each time. Thread-safe.
 */
public class EndpointFactory extends ServerEndpointConfig.Configurator {

    /** Where a session keeps what it came by, among its user properties. */
    static final String CONNECTION = GrizzlyConnection.class.getName();

    /**
     * Asked for with the first socket, since the container may make this before CDI is there. Any thread may be first.
     */
    private volatile Connections connections;

    /** These user properties are those of one session (Jakarta WebSocket 2.1, section 3.1.7). */
    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        GrizzlyConnection.ofRequest()
                .ifPresent(connection -> config.getUserProperties().put(CONNECTION, connection));
    }

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
