package videochatroom.signaling;

import jakarta.websocket.Session;
import java.util.Map;
import java.util.Optional;

/**
 * Offers a {@link SocketTransport} for one container. Each CDI bean of this type is asked in turn. If none offers one,
 * {@link JakartaTransport} is used. Implementations are thread-safe.
 */
public interface TransportProvider {

    /**
     * Called by the thread that answers a handshake.
     *
     * @param userProperties of the session to come, which has a map of its own (Jakarta WebSocket 2.1, section 3.1.7)
     */
    void onHandshake(Map<String, Object> userProperties);

    /**
     * The transport of a session that has just opened. Empty if this provider does not know the session's connection.
     */
    Optional<SocketTransport> transportOf(Session session);
}
