package videochatroom.ice.stun;

import java.io.IOException;

/** The server has answered with an error (RFC 8489, section 14.8; RFC 8656, section 19). */
public final class StunRefusalException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int code;

    StunRefusalException(int code) {
        super("error " + code);
        this.code = code;
    }

    /** The error code, 300 to 699. */
    public int code() {
        return code;
    }
}
