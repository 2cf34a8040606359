package videochatroom.ice.stun;

import java.io.IOException;

/** What came is not STUN, or not what it may be at this point. */
public final class StunFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    StunFormatException(String message) {
        super(message);
    }
}
