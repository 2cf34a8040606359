package videochatroom.signaling;

import jakarta.websocket.CloseReason;

/**
 * Why the server closes a socket by itself, and what the others in the room hear of it. Codes: RFC 6455, section 7.4.2.
 */
enum CloseReasonCode implements CloseReason.CloseCode {
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

    CloseReason toCloseReason() {
        return new CloseReason(this, phrase);
    }
}
