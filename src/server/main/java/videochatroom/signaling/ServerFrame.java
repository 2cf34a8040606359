package videochatroom.signaling;

import jakarta.websocket.CloseReason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Websocket frames as a server sends them, whole and without a mask: RFC 6455, section 5.2. */
final class ServerFrame {

    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL_CLOSE = 0x88;

    /** The most that a length of 7 bits says; the two values above it announce one of 16 or 64 bits. */
    private static final int MAX_SHORT = 125;

    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final int MAX_16 = 0xffff;

    private ServerFrame() {}

    /** A message. */
    static byte[] text(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        return frame(FINAL_TEXT, payload.length).put(payload).array();
    }

    /** Tells that the socket is closed, and why: section 5.5.1. */
    static byte[] close(CloseReason reason) {
        byte[] phrase = reason.getReasonPhrase().getBytes(StandardCharsets.UTF_8);
        return frame(FINAL_CLOSE, Short.BYTES + phrase.length)
                .putShort((short) reason.getCloseCode().getCode())
                .put(phrase)
                .array();
    }

    /** What precedes the payload, with room for that. */
    private static ByteBuffer frame(int opcode, int length) {
        if (length <= MAX_SHORT) {
            return start(opcode, length, length);
        }
        if (length <= MAX_16) {
            return start(opcode, LENGTH_16, Short.BYTES + length).putShort((short) length);
        }
        return start(opcode, LENGTH_64, Long.BYTES + length).putLong(length);
    }

    /** The first two bytes, with room for what follows. */
    private static ByteBuffer start(int opcode, int shortLength, int following) {
        return ByteBuffer.allocate(2 + following).put((byte) opcode).put((byte) shortLength);
    }
}
