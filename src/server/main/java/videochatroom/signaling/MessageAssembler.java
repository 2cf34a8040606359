package videochatroom.signaling;

import java.util.Optional;
import videochatroom.protocol.ErrorCode;
import videochatroom.protocol.ProtocolException;
import videochatroom.protocol.Utf8;

/**
 * Assembles a message from its parts, and never holds more than the limit. Containers differ in what they do with a
 * limit: some obey it, some close the socket, some ignore it. All of them deliver parts (decision 1). Not thread-safe.
 */
final class MessageAssembler {

    private final int maxBytes;
    private final StringBuilder text = new StringBuilder();
    private long bytes;
    private long bytesOfLast;

    /** @param maxBytes of one message, in bytes of UTF-8 */
    MessageAssembler(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Takes a part.
     *
     * @param last whether it is the last one of its message
     * @return the message, with its last part
     * @throws ProtocolException with the last part, if the message is too large
     */
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

    /** The size of the last message, in bytes of UTF-8. */
    long bytesOfLast() {
        return bytesOfLast;
    }

    /** Drops the parts that have arrived. */
    void discard() {
        text.setLength(0);
        bytes = 0;
    }
}
