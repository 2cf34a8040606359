package videochatroom.signaling;

import jakarta.websocket.CloseReason;
import videochatroom.protocol.LeaveReason;

/**
 * Why the server closes a socket by itself, and what the others in the room hear of it. Codes: RFC 6455, section 7.4.2.
 */
enum CloseReasonCode implements CloseReason.CloseCode {
    TIMED_OUT(4408, "timed out", LeaveReason.CONNECTION_LOST),
    NOT_READING(4413, "what was sent is not being read", LeaveReason.REMOVED),
    FLOODING(4429, "too many messages", LeaveReason.REMOVED);

    private final int code;
    private final String phrase;
    private final LeaveReason leaveReason;

    CloseReasonCode(int code, String phrase, LeaveReason leaveReason) {
        this.code = code;
        this.phrase = phrase;
        this.leaveReason = leaveReason;
    }

    @Override
    public int getCode() {
        return code;
    }

    LeaveReason leaveReason() {
        return leaveReason;
    }

    CloseReason toCloseReason() {
        return new CloseReason(this, phrase);
    }
}
