package videochatroom.signaling;

import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where browsers connect: one instance a socket (Jakarta WebSocket 2.1, section 3.1.7).
 *
 * <p>Messages are taken in parts, since only so every container lets us see one that is too large.
 */
@ServerEndpoint(value = "/api/signaling", configurator = EndpointFactory.class)
public class SignalingEndpoint {

    private static final Logger LOG = Logger.getLogger(SignalingEndpoint.class.getName());

    private final Connections connections;
    private Connection connection;

    SignalingEndpoint(Connections connections) {
        this.connections = connections;
    }

    @OnOpen
    public void onOpen(Session session) {
        // Silence is ours to notice, and a container's own timer is costly.
        session.setMaxIdleTimeout(0);
        connection = connections.open(session);
        // a container may call onClose from within
        connections.admit(connection);
    }

    @OnMessage
    public void onText(String part, boolean last) {
        connection.onText(part, last);
    }

    @OnMessage
    public void onBinary(ByteBuffer part, boolean last) {
        connection.onBinary(last);
    }

    @OnMessage
    public void onPong(PongMessage pong) {
        connection.heard();
    }

    @OnClose
    public void onClose(CloseReason reason) {
        if (connection != null) {
            connections.closed(connection, reason.getCloseCode().getCode());
        }
    }

    /** Sockets break in many ways, none of which is worth a stack trace in an operator's log. */
    @OnError
    public void onError(Throwable cause) {
        LOG.log(Level.FINE, "a socket failed", cause);
        if (connection != null) {
            connection.fail();
        }
    }
}
