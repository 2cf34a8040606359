package videochatroom.payara;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import videochatroom.signaling.JakartaTransport;

/**
 * Writes messages and the close frame to Grizzly's connection (decision 19), and terminates a connection whose client
 * does not read (decision 17). The session itself is closed by the client's answer, on the thread that reads: closing
 * it while data arrives would mix it up with other sessions (decision 16).
 */
final class GrizzlyTransport extends JakartaTransport {

    private final GrizzlyConnection connection;

    GrizzlyTransport(Session session, GrizzlyConnection connection) {
        super(session);
        this.connection = connection;
    }

    @Override
    public void sendText(String text, SendHandler handler) {
        connection.write(
                WebSocketFrame.text(text),
                () -> handler.onResult(new SendResult()),
                failure -> handler.onResult(new SendResult(failure)));
    }

    @Override
    public void close(CloseReason reason) {
        connection.write(WebSocketFrame.close(reason), () -> {}, failure -> {});
    }

    @Override
    public boolean terminate() {
        if (!connection.isOpen()) {
            return false;
        }
        connection.terminate();
        return true;
    }

    /** Closes the session. The connection has ended, and the container has not noticed. */
    @Override
    public void expire() {
        closeSession(new CloseReason(CloseReason.CloseCodes.CLOSED_ABNORMALLY, null));
    }

    /**
     * Ends the connection if the client has answered our close frame. The container takes that answer for the client's
     * own close frame and would answer it with a second one, which browsers treat as a protocol error (decision 16).
     */
    @Override
    public void closed(boolean closeFrameSent) {
        if (closeFrameSent) {
            connection.terminate();
        }
    }

    @Override
    public boolean hasUnsentData() {
        return connection.hasUnsentData();
    }
}
