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
 * The WebSocket endpoint. Each socket has an instance of its own (Jakarta WebSocket 2.1, section 3.1.7).
 *
 * <p>It takes messages in parts: that is the only way to see a message that is too large on every container (decision
 * 1).
 */
@ServerEndpoint(value = "/api/signaling", configurator = EndpointConfigurator.class)
public class SignalingEndpoint {

    private static final Logger LOG = Logger.getLogger(SignalingEndpoint.class.getName());

    private final ConnectionRegistry connections;
    private ClientConnection connection;

    SignalingEndpoint(ConnectionRegistry connections) {
        this.connections = connections;
    }

    @OnOpen
    public void onOpen(Session session) {
        // ConnectionRegistry notices silence, and a container's own timer is costly.
        session.setMaxIdleTimeout(0);
        connection = connections.open(session);
        // The connection is known first: a container may call onClose from within.
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
        connection.onFrame();
    }

    @OnClose
    public void onClose(CloseReason reason) {
        if (connection != null) {
            connections.closed(connection, reason.getCloseCode().getCode());
        }
    }

    /** Sockets break in many ways. None of them needs a stack trace in an operator's log. */
    @OnError
    public void onError(Throwable cause) {
        LOG.log(Level.FINE, "A socket failed", cause);
        if (connection != null) {
            connection.fail();
        }
    }
}
