package videochatroom.ice.stun;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * STUN messages to bytes and back (RFC 8489, sections 5 and 14). Integrity is HMAC-SHA-1, which is what browsers send
 * and every server has to accept. A server may offer newer algorithms; they are optional (section 9.2.4). Stateless.
 */
final class StunCodec {

    static final int HEADER_BYTES = 20;

    private static final int MAGIC_COOKIE = 0x2112A442;
    private static final int ATTRIBUTE_HEADER_BYTES = 4;
    private static final int INTEGRITY_BYTES = 20;
    private static final int FINGERPRINT_BYTES = 4;
    private static final int FINGERPRINT_MASK = 0x5354554E;
    private static final String HMAC = "HmacSHA1";

    private StunCodec() {}

    /**
     * Writes a message, with FINGERPRINT as its last attribute.
     *
     * @param key adds MESSAGE-INTEGRITY before it
     */
    static byte[] encode(StunMessage message, Optional<byte[]> key) {
        int length = message.attributes().stream()
                .mapToInt(a -> ATTRIBUTE_HEADER_BYTES + padded(a.value().length))
                .sum();
        int withIntegrity = length + (key.isPresent() ? ATTRIBUTE_HEADER_BYTES + INTEGRITY_BYTES : 0);
        int whole = withIntegrity + ATTRIBUTE_HEADER_BYTES + FINGERPRINT_BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + whole);
        bytes.putShort((short) message.type())
                .putShort((short) withIntegrity)
                .putInt(MAGIC_COOKIE)
                .put(message.transactionId());
        message.attributes().forEach(attribute -> put(bytes, attribute.type(), attribute.value()));
        key.ifPresent(k ->
                put(bytes, StunAttribute.MESSAGE_INTEGRITY, hmac(k, Arrays.copyOf(bytes.array(), bytes.position()))));
        bytes.putShort(2, (short) whole);
        int crc = crc(bytes.array(), bytes.position());
        put(
                bytes,
                StunAttribute.FINGERPRINT,
                ByteBuffer.allocate(FINGERPRINT_BYTES).putInt(crc).array());
        return bytes.array();
    }

    /**
     * Reads a message.
     *
     * @throws StunFormatException if the bytes are not one whole message, or if its FINGERPRINT is wrong
     */
    static StunMessage decode(byte[] message) throws StunFormatException {
        if (message.length < HEADER_BYTES || message.length != HEADER_BYTES + bodyLength(message)) {
            throw new StunFormatException("the length is wrong");
        }
        ByteBuffer bytes = ByteBuffer.wrap(message);
        int type = bytes.getShort();
        byte[] id = Arrays.copyOfRange(message, HEADER_BYTES - StunMessage.TRANSACTION_ID_BYTES, HEADER_BYTES);
        bytes.position(HEADER_BYTES);
        List<StunAttribute> attributes = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int start = bytes.position();
            int attributeType = bytes.getShort() & 0xFFFF;
            int length = bytes.getShort() & 0xFFFF;
            if (padded(length) > bytes.remaining()) {
                throw new StunFormatException("an attribute is longer than its message");
            }
            byte[] value = new byte[length];
            bytes.get(value).position(start + ATTRIBUTE_HEADER_BYTES + padded(length));
            if (attributeType == StunAttribute.FINGERPRINT && !isFingerprint(message, start, value)) {
                throw new StunFormatException("the fingerprint is wrong");
            }
            attributes.add(StunAttribute.of(attributeType, value));
        }
        return new StunMessage(type, id, attributes);
    }

    /**
     * The number of bytes that follow a header.
     *
     * @param header at least {@link #HEADER_BYTES} bytes
     * @throws StunFormatException if it is not the header of a STUN message
     */
    static int bodyLength(byte[] header) throws StunFormatException {
        ByteBuffer bytes = ByteBuffer.wrap(header);
        int length = bytes.getShort(2) & 0xFFFF;
        if ((header[0] & 0xC0) != 0 || bytes.getInt(4) != MAGIC_COOKIE || length % 4 != 0) {
            throw new StunFormatException("this is not the header of a STUN message");
        }
        return length;
    }

    /**
     * Whether MESSAGE-INTEGRITY of a message shows that its sender knows the key (RFC 8489, section 14.5).
     *
     * @param message one that {@link #decode} has accepted
     */
    static boolean isIntact(byte[] message, byte[] key) {
        ByteBuffer bytes = ByteBuffer.wrap(message.clone());
        bytes.position(HEADER_BYTES);
        while (bytes.remaining() >= ATTRIBUTE_HEADER_BYTES) {
            int start = bytes.position();
            int type = bytes.getShort() & 0xFFFF;
            int length = bytes.getShort() & 0xFFFF;
            if (type == StunAttribute.MESSAGE_INTEGRITY && length == INTEGRITY_BYTES) {
                byte[] sent = new byte[INTEGRITY_BYTES];
                bytes.get(sent);
                // The hash is over a header whose length ends with this attribute.
                bytes.putShort(2, (short) (bytes.position() - HEADER_BYTES));
                return MessageDigest.isEqual(sent, hmac(key, Arrays.copyOf(bytes.array(), start)));
            }
            bytes.position(start + ATTRIBUTE_HEADER_BYTES + padded(length));
        }
        return false;
    }

    private static boolean isFingerprint(byte[] message, int start, byte[] value) {
        return value.length == FINGERPRINT_BYTES && ByteBuffer.wrap(value).getInt() == crc(message, start);
    }

    private static void put(ByteBuffer bytes, int type, byte[] value) {
        bytes.putShort((short) type).putShort((short) value.length).put(value);
        bytes.put(new byte[padded(value.length) - value.length]);
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    private static int crc(byte[] bytes, int length) {
        var crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue() ^ FINGERPRINT_MASK;
    }

    private static byte[] hmac(byte[] key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(HMAC + " is missing in this Java", impossible);
        }
    }
}
