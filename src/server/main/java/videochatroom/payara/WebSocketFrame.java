package videochatroom.payara;

import jakarta.websocket.CloseReason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Frames of a server: unfragmented and unmasked (RFC 6455, section 5.2). Stateless and thread-safe. */
final class WebSocketFrame {

    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL_CLOSE = 0x88;

    /** The largest length in 7 bits. The two values above it announce a length in 16 or 64 bits. */
    private static final int MAX_SHORT = 125;

    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final int MAX_16 = 0xffff;

    private WebSocketFrame() {}

    /** A text message (RFC 6455, section 5.6). */
    static byte[] text(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        return frame(FINAL_TEXT, payload.length).put(payload).array();
    }

    /** A close frame with code and reason (RFC 6455, section 5.5.1). */
    static byte[] close(CloseReason reason) {
        byte[] phrase = reason.getReasonPhrase().getBytes(StandardCharsets.UTF_8);
        return frame(FINAL_CLOSE, Short.BYTES + phrase.length)
                .putShort((short) reason.getCloseCode().getCode())
                .put(phrase)
                .array();
    }

    /** A buffer with the header, and space for the payload. */
    private static ByteBuffer frame(int opcode, int length) {
        if (length <= MAX_SHORT) {
            return start(opcode, length, length);
        }
        if (length <= MAX_16) {
            return start(opcode, LENGTH_16, Short.BYTES + length).putShort((short) length);
        }
        return start(opcode, LENGTH_64, Long.BYTES + length).putLong(length);
    }

    /** A buffer with the first two bytes, and space for what follows. */
    private static ByteBuffer start(int opcode, int shortLength, int following) {
        return ByteBuffer.allocate(2 + following).put((byte) opcode).put((byte) shortLength);
    }
}
