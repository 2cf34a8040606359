package videochatroom.ice.stun;

import java.io.IOException;

/** The received bytes are not a STUN message, or not one that answers the request. */
public final class StunFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    StunFormatException(String message) {
        super(message);
    }
}
