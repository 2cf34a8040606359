package videochatroom.signaling;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import java.io.IOException;

/**
 * The connection below one WebSocket session: writes its frames and ends it. {@link JakartaTransport} uses Jakarta's
 * API alone; a {@link TransportProvider} offers others where a container allows more.
 *
 * <p>{@link SerializedTransport} makes its calls one at a time, and none after {@link #closed}. Only {@link #terminate}
 * and {@link #hasUnsentData} are called by any thread at any time.
 */
public interface SocketTransport {

    /**
     * Starts to send a text message. Does not wait for the client to read.
     *
     * @param handler called once, by this thread or another, when the message is sent or sending has failed
     * @throws RuntimeException if sending cannot start; the handler is not called then
     */
    void sendText(String text, SendHandler handler);

    /**
     * Starts to send a ping without payload (RFC 6455, section 5.5.2).
     *
     * @throws IOException if that fails
     */
    void sendPing() throws IOException;

    /** Starts the close handshake (RFC 6455, section 7.1.2). Does nothing if the socket is closed. */
    void close(CloseReason reason);

    /**
     * Ends the connection at once.
     *
     * @return false if this transport cannot do that, or if the connection has ended already; {@link #expire} is called
     *     then
     */
    boolean terminate();

    /** Makes the container notice that the session has ended. Does nothing if the socket is closed. */
    void expire();

    /**
     * The container has reported the end of the socket. The last call but for {@link #terminate} and
     * {@link #hasUnsentData}.
     *
     * @param closeFrameSent whether {@link #close} was called before
     */
    void closed(boolean closeFrameSent);

    /** Whether data waits to be written, also after the end of the socket. False if that is not known. */
    boolean hasUnsentData();
}
