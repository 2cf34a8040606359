package videochatroom.signaling;

import java.util.Optional;
import videochatroom.protocol.ErrorCode;
import videochatroom.protocol.ProtocolException;
import videochatroom.protocol.Utf8;

/**
 * Puts the parts of a message together and holds no more than the limit of them, whatever comes. Containers differ in
 * whether they obey a limit, close the socket over it or ignore it; parts are what all of them deliver. Not
 * thread-safe.
 */
final class FrameAssembler {

    private final int maxBytes;
    private final StringBuilder text = new StringBuilder();
    private long bytes;
    private long bytesOfLast;

    /** @param maxBytes of a message, in UTF-8 */
    FrameAssembler(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Takes a part; gives the message with its last; throws {@link ProtocolException} there if it was too large. */
    Optional<String> append(String part, boolean last) throws ProtocolException {
        bytes += Utf8.length(part);
        boolean tooLarge = bytes > maxBytes;
        if (tooLarge) {
            text.setLength(0);
        }
        if (last) {
            String message = text.isEmpty() ? part : text.append(part).toString();
            bytesOfLast = bytes;
            discard();
            if (tooLarge) {
                throw new ProtocolException(ErrorCode.MESSAGE_TOO_LARGE, null);
            }
            return Optional.of(message);
        }
        if (!tooLarge) {
            text.append(part);
        }
        return Optional.empty();
    }

    /** What the last message had, in UTF-8. */
    long bytesOfLast() {
        return bytesOfLast;
    }

    /** Forgets what there is of a message. */
    void discard() {
        text.setLength(0);
        bytes = 0;
    }
}
