package videochatroom.signaling;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends and closes by the API of Jakarta WebSocket 2.1 alone, so it works on every container. A transport of one
 * container extends it and replaces what that container can do better.
 */
public class JakartaTransport implements SocketTransport {

    private static final Logger LOG = Logger.getLogger(JakartaTransport.class.getName());

    /** The shortest idle timeout. The API has no other way to end a connection. */
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final Session session;

    /** @param session that has just opened */
    public JakartaTransport(Session session) {
        this.session = session;
    }

    @Override
    public void sendText(String text, SendHandler handler) {
        session.getAsyncRemote().sendText(text, handler);
    }

    @Override
    public void sendPing() throws IOException {
        session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
    }

    @Override
    public void close(CloseReason reason) {
        limitIdleTime(SerializedTransport.CLOSE_TIMEOUT);
        closeSession(reason);
    }

    @Override
    public boolean terminate() {
        return false;
    }

    @Override
    public void expire() {
        limitIdleTime(AT_ONCE);
    }

    @Override
    public void closed(boolean closeFrameSent) {
        // The container ends the connection.
    }

    @Override
    public boolean hasUnsentData() {
        return false;
    }

    /** Closes the session by the container's own means. Does nothing if it is closed. */
    protected final void closeSession(CloseReason reason) {
        try {
            session.close(reason);
        } catch (IOException | RuntimeException closedAlready) {
            LOG.log(Level.FINE, "The socket was closed already", closedAlready);
        }
    }

    private void limitIdleTime(Duration limit) {
        try {
            session.setMaxIdleTimeout(limit.toMillis());
        } catch (RuntimeException closedAlready) {
            LOG.log(Level.FINE, "The socket was closed already", closedAlready);
        }
    }
}
