package videochatroom.ice.stun;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A STUN message (RFC 8489, section 5). Immutable. */
final class StunMessage {

    static final int BINDING = 0x001;
    static final int ALLOCATE = 0x003;
    static final int REFRESH = 0x004;

    static final int REQUEST = 0x000;
    static final int SUCCESS = 0x100;
    static final int ERROR = 0x110;

    static final int TRANSACTION_ID_BYTES = 12;

    private static final int CLASS_BITS = 0x110;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int type;
    private final byte[] transactionId;
    private final List<StunAttribute> attributes;

    /**
     * @param type class and method, as in the first two bytes of the message
     * @param transactionId {@link #TRANSACTION_ID_BYTES} bytes
     */
    StunMessage(int type, byte[] transactionId, List<StunAttribute> attributes) {
        this.type = type;
        this.transactionId = transactionId.clone();
        this.attributes = List.copyOf(attributes);
    }

    /** A request with a new, random transaction id. */
    static StunMessage request(int method, List<StunAttribute> attributes) {
        byte[] id = new byte[TRANSACTION_ID_BYTES];
        RANDOM.nextBytes(id);
        return new StunMessage(REQUEST | method, id, attributes);
    }

    int type() {
        return type;
    }

    byte[] transactionId() {
        return transactionId.clone();
    }

    List<StunAttribute> attributes() {
        return attributes;
    }

    boolean isSuccess() {
        return (type & CLASS_BITS) == SUCCESS;
    }

    boolean isError() {
        return (type & CLASS_BITS) == ERROR;
    }

    boolean isAnswerTo(StunMessage request) {
        boolean sameMethod = (type & ~CLASS_BITS) == (request.type & ~CLASS_BITS);
        return (isSuccess() || isError()) && sameMethod && Arrays.equals(transactionId, request.transactionId);
    }

    /** The first attribute of a type; further ones are ignored (RFC 8489, section 14). */
    Optional<StunAttribute> attribute(int attributeType) {
        return attributes.stream().filter(a -> a.type() == attributeType).findFirst();
    }

    /**
     * The code of an error answer, 300 to 699 (RFC 8489, section 14.8).
     *
     * @throws StunFormatException if there is none, or another one
     */
    int errorCode() throws StunFormatException {
        byte[] value = attribute(StunAttribute.ERROR_CODE)
                .orElseThrow(() -> new StunFormatException("the error has no code"))
                .value();
        if (value.length < 4) {
            throw new StunFormatException("the error code has " + value.length + " bytes");
        }
        int code = (value[2] & 0x07) * 100 + (value[3] & 0xFF);
        if (code < 300 || code > 699) {
            throw new StunFormatException("the error code is " + code);
        }
        return code;
    }
}
