package videochatroom.signaling;

import jakarta.websocket.CloseReason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What tells the other side that a websocket is closed, and why, as a server sends it: RFC 6455, section 5.5.1. */
final class CloseFrame {

    /** Final, and a close frame (section 5.2). */
    private static final byte OPCODE = (byte) 0x88;

    private CloseFrame() {}

    /** All bytes of it; a phrase is 123 bytes at most, so it is one short frame (section 5.5). */
    static byte[] of(CloseReason reason) {
        byte[] phrase = reason.getReasonPhrase().getBytes(StandardCharsets.UTF_8);
        int length = Short.BYTES + phrase.length;
        return ByteBuffer.allocate(2 + length)
                .put(OPCODE)
                .put((byte) length)
                .putShort((short) reason.getCloseCode().getCode())
                .put(phrase)
                .array();
    }
}
