package videochatroom.signaling;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The state of one socket: its phase, since when, and why the server closes it. It only moves forward:
 *
 * <pre>
 * OPEN ──▶ CLOSING ──▶ CLOSE_SENT ──▶ CLOSED
 *             └─────────────────────────▲   the client closes, or the connection is lost
 * </pre>
 *
 * <p>Thread-safe.
 */
final class SocketState {

    private enum Phase {
        /** Messages go both ways. */
        OPEN,
        /** The server has given up the socket. Nothing more is queued; a message in flight may still be sent. */
        CLOSING,
        /** The close frame is being sent. Nothing is sent after it (RFC 6455, section 5.5.1). */
        CLOSE_SENT,
        /** The container has reported the end. Nothing may use the session any more. */
        CLOSED
    }

    private final LongSupplier nanoTime;

    private volatile Phase phase = Phase.OPEN;
    private volatile CloseReasonCode reason;
    private volatile long since;

    /** @param nanoTime a clock like {@link System#nanoTime} */
    SocketState(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    boolean isOpen() {
        return phase == Phase.OPEN;
    }

    boolean isCloseSent() {
        return phase == Phase.CLOSE_SENT;
    }

    boolean isClosed() {
        return phase == Phase.CLOSED;
    }

    /** Why the server closes the socket. Empty if it does not, or if the connection failed. */
    Optional<CloseReasonCode> reason() {
        return Optional.ofNullable(reason);
    }

    /** Whether it is longer ago than this that closing began, or that the end was reported. False while it is open. */
    boolean isOlderThan(Duration age) {
        return phase != Phase.OPEN && nanoTime.getAsLong() - since > age.toNanos();
    }

    /**
     * The server gives up the socket.
     *
     * @param cause null if the connection failed, or was closed by the peer
     * @return false if the socket was not open: the first cause counts
     */
    synchronized boolean beginClosing(CloseReasonCode cause) {
        if (phase != Phase.OPEN) {
            return false;
        }
        since = nanoTime.getAsLong();
        reason = cause;
        phase = Phase.CLOSING;
        return true;
    }

    /**
     * The close frame is about to be sent.
     *
     * @return false if it must not be: closing has not begun, the frame was sent before, or the end was reported
     */
    synchronized boolean beginCloseHandshake() {
        if (phase != Phase.CLOSING) {
            return false;
        }
        phase = Phase.CLOSE_SENT;
        return true;
    }

    /**
     * The container has reported the end.
     *
     * @return whether the close frame was sent before
     */
    synchronized boolean close() {
        boolean closeFrameSent = phase == Phase.CLOSE_SENT;
        if (phase != Phase.CLOSED) {
            since = nanoTime.getAsLong();
            phase = Phase.CLOSED;
        }
        return closeFrameSent;
    }
}
