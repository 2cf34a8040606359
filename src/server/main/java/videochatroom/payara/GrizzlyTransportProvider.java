package videochatroom.payara;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.Session;
import java.util.Map;
import java.util.Optional;
import videochatroom.signaling.SocketTransport;
import videochatroom.signaling.TransportProvider;

/**
 * Offers a {@link GrizzlyTransport} for each session whose handshake came by a connection that
 * {@link UnreadResponseFilter} knows. Thread-safe.
 */
@ApplicationScoped
class GrizzlyTransportProvider implements TransportProvider {

    /** The user property in which a session keeps its connection. */
    private static final String CONNECTION = GrizzlyConnection.class.getName();

    @Override
    public void onHandshake(Map<String, Object> userProperties) {
        GrizzlyConnection.current().ifPresent(connection -> userProperties.put(CONNECTION, connection));
    }

    @Override
    public Optional<SocketTransport> transportOf(Session session) {
        return session.getUserProperties().get(CONNECTION) instanceof GrizzlyConnection connection
                ? Optional.of(new GrizzlyTransport(session, connection))
                : Optional.empty();
    }
}
