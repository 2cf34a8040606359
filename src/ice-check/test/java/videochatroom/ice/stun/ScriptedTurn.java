package videochatroom.ice.stun;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** The answers of a TURN server that requires credentials and then does what a test wants. */
public final class ScriptedTurn implements UnaryOperator<byte[]> {

    private static final String REALM = "test.example";
    private static final byte[] ADDRESS = {0, 1, 1, 2, 3, 4, 5, 6};

    private final Optional<byte[]> key;
    private final int code;
    private final int staleNonces;

    private final AtomicInteger stale = new AtomicInteger();
    private final AtomicInteger released = new AtomicInteger();

    private ScriptedTurn(Optional<byte[]> key, int code, int staleNonces) {
        this.key = key;
        this.code = code;
        this.staleNonces = staleNonces;
    }

    /** Relays for clients with these credentials, after it has called some nonces stale. */
    public static ScriptedTurn relaying(LongTermCredentials credentials, int staleNonces) {
        return new ScriptedTurn(Optional.of(credentials.key(REALM)), 0, staleNonces);
    }

    /** Refuses clients that have shown credentials, with this code. */
    public static ScriptedTurn refusing(int code) {
        return new ScriptedTurn(Optional.empty(), code, 0);
    }

    /** Answers a STUN request. */
    public static byte[] binding(byte[] request) {
        return answer(
                request,
                StunMessage.SUCCESS,
                List.of(StunAttribute.of(StunAttribute.XOR_MAPPED_ADDRESS, ADDRESS)),
                Optional.empty());
    }

    /** Relays without credentials. */
    public static byte[] open(byte[] request) {
        return answer(request, StunMessage.SUCCESS, relayed(), Optional.empty());
    }

    /** Answers every request with an empty success. */
    public static byte[] empty(byte[] request) {
        return answer(request, StunMessage.SUCCESS, List.of(), Optional.empty());
    }

    /** The number of allocations that were deleted. */
    public int released() {
        return released.get();
    }

    @Override
    public byte[] apply(byte[] request) {
        StunMessage message = decoded(request);
        if (message.attribute(StunAttribute.USERNAME).isEmpty()) {
            return challenge(request, 401);
        }
        if (code != 0) {
            return challenge(request, code);
        }
        if (stale.getAndIncrement() < staleNonces) {
            return challenge(request, 438);
        }
        if (!StunCodec.isIntact(request, key.orElseThrow())) {
            return challenge(request, 401);
        }
        Optional<StunAttribute> lifetime = message.attribute(StunAttribute.LIFETIME);
        if (lifetime.filter(a -> a.value()[3] == 0).isPresent()) {
            released.incrementAndGet();
        }
        return answer(request, StunMessage.SUCCESS, relayed(), key);
    }

    private static List<StunAttribute> relayed() {
        return List.of(
                StunAttribute.of(StunAttribute.XOR_RELAYED_ADDRESS, ADDRESS),
                StunAttribute.of(StunAttribute.XOR_MAPPED_ADDRESS, ADDRESS));
    }

    private static byte[] challenge(byte[] request, int code) {
        return answer(
                request,
                StunMessage.ERROR,
                List.of(
                        StunAttribute.of(
                                StunAttribute.ERROR_CODE, new byte[] {0, 0, (byte) (code / 100), (byte) (code % 100)}),
                        StunAttribute.text(StunAttribute.REALM, REALM),
                        StunAttribute.text(StunAttribute.NONCE, "nonce" + System.nanoTime())),
                Optional.empty());
    }

    private static byte[] answer(byte[] request, int kind, List<StunAttribute> attributes, Optional<byte[]> key) {
        StunMessage asked = decoded(request);
        return StunCodec.encode(new StunMessage(kind | asked.type(), asked.transactionId(), attributes), key);
    }

    private static StunMessage decoded(byte[] bytes) {
        try {
            return StunCodec.decode(bytes);
        } catch (StunFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
