package videochatroom.signaling;

import jakarta.websocket.CloseReason;

/**
 * The reasons for which the server closes a socket. The codes are for private use (RFC 6455, section 7.4.2), except
 * 1012, which is registered with IANA as "Service Restart".
 */
enum CloseReasonCode implements CloseReason.CloseCode {
    RESTARTING(1012, "the application ends or starts again"),
    TIMED_OUT(4408, "timed out"),
    TAKEN_OVER(4409, "the seat was taken with its token"),
    NOT_READING(4413, "what was sent is not being read"),
    FLOODING(4429, "too many messages"),
    TOO_MANY_SOCKETS(4503, "this server holds as many sockets as it may");

    private final int code;
    private final String phrase;

    CloseReasonCode(int code, String phrase) {
        this.code = code;
        this.phrase = phrase;
    }

    @Override
    public int getCode() {
        return code;
    }

    /** Whether the client exceeded a limit and loses its seat at once. */
    boolean isBreachOfLimit() {
        return this == NOT_READING || this == FLOODING;
    }

    CloseReason toCloseReason() {
        return new CloseReason(this, phrase);
    }
}
