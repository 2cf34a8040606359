package videochatroom.ice.stun;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** An attribute of a STUN message (RFC 8489, section 14). Immutable. */
final class StunAttribute {

    static final int MAPPED_ADDRESS = 0x0001;
    static final int USERNAME = 0x0006;
    static final int MESSAGE_INTEGRITY = 0x0008;
    static final int ERROR_CODE = 0x0009;
    static final int LIFETIME = 0x000D;
    static final int REALM = 0x0014;
    static final int NONCE = 0x0015;
    static final int XOR_RELAYED_ADDRESS = 0x0016;
    static final int REQUESTED_TRANSPORT = 0x0019;
    static final int XOR_MAPPED_ADDRESS = 0x0020;
    static final int FINGERPRINT = 0x8028;

    private final int type;
    private final byte[] value;

    private StunAttribute(int type, byte[] value) {
        this.type = type;
        this.value = value;
    }

    static StunAttribute of(int type, byte[] value) {
        return new StunAttribute(type, value.clone());
    }

    static StunAttribute text(int type, String text) {
        return new StunAttribute(type, text.getBytes(StandardCharsets.UTF_8));
    }

    static StunAttribute number(int type, int number) {
        return new StunAttribute(type, ByteBuffer.allocate(4).putInt(number).array());
    }

    int type() {
        return type;
    }

    byte[] value() {
        return value.clone();
    }

    String text() {
        return new String(value, StandardCharsets.UTF_8);
    }
}
