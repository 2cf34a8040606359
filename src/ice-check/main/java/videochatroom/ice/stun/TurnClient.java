package videochatroom.ice.stun;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates and deletes an allocation on one TURN server (RFC 8656, sections 7 and 8). Not thread-safe. */
public final class TurnClient {

    private static final int UNAUTHORIZED = 401;
    private static final int STALE_NONCE = 438;

    /** One without credentials, one with them, and two more if the server calls new nonces stale. */
    private static final int MAX_REQUESTS = 4;

    /** The protocol number of UDP, in the first of four bytes (RFC 8656, section 18.8). */
    private static final int UDP = 17 << 24;

    private final StunClient stun;
    private final LongTermCredentials credentials;

    private String realm = "";
    private String nonce = "";
    private Optional<byte[]> key = Optional.empty();

    public TurnClient(StunClient stun, LongTermCredentials credentials) {
        this.stun = stun;
        this.credentials = credentials;
    }

    /**
     * Creates an allocation.
     *
     * @return whether the server required credentials
     * @throws StunRefusalException if the server answers with an error
     * @throws StunFormatException if something else than a TURN server answers
     * @throws java.net.SocketTimeoutException if there is no answer before the deadline
     */
    public boolean allocate(Deadline deadline) throws IOException {
        StunMessage answer =
                send(StunMessage.ALLOCATE, StunAttribute.number(StunAttribute.REQUESTED_TRANSPORT, UDP), deadline);
        if (answer.attribute(StunAttribute.XOR_RELAYED_ADDRESS).isEmpty()) {
            throw new StunFormatException("the allocation has no address");
        }
        return key.isPresent();
    }

    /**
     * Deletes the allocation, which otherwise counts against quotas until it expires. Throws as {@link #allocate} does.
     */
    public void release(Deadline deadline) throws IOException {
        send(StunMessage.REFRESH, StunAttribute.number(StunAttribute.LIFETIME, 0), deadline);
    }

    /** Begins without credentials: only the answer to that has realm and nonce (RFC 8489, section 9.2.3). */
    private StunMessage send(int method, StunAttribute what, Deadline deadline) throws IOException {
        for (int requests = 1; ; requests++) {
            List<StunAttribute> attributes = new ArrayList<>(List.of(what));
            if (key.isPresent()) {
                attributes.add(StunAttribute.text(StunAttribute.USERNAME, credentials.username()));
                attributes.add(StunAttribute.text(StunAttribute.REALM, realm));
                attributes.add(StunAttribute.text(StunAttribute.NONCE, nonce));
            }
            StunMessage answer = stun.exchange(StunMessage.request(method, attributes), key, deadline);
            if (answer.isSuccess()) {
                return answer;
            }
            int code = answer.errorCode();
            boolean challenge = key.isEmpty() ? code == UNAUTHORIZED : code == STALE_NONCE;
            if (!challenge || requests == MAX_REQUESTS) {
                throw new StunRefusalException(code);
            }
            take(answer);
        }
    }

    private void take(StunMessage challenge) throws StunFormatException {
        nonce = challenge
                .attribute(StunAttribute.NONCE)
                .orElseThrow(() -> new StunFormatException("the challenge has no nonce"))
                .text();
        realm = challenge
                .attribute(StunAttribute.REALM)
                .orElseThrow(() -> new StunFormatException("the challenge has no realm"))
                .text();
        key = Optional.of(credentials.key(realm));
    }
}
