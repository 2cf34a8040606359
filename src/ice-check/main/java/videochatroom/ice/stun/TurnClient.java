package videochatroom.ice.stun;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks one server for a relay, and gives it back (RFC 8656, sections 7 and 8). Not thread-safe. */
public final class TurnClient {

    private static final int UNAUTHORIZED = 401;
    private static final int STALE_NONCE = 438;

    /** The request without credentials, the one with them, and two more for nonces that were stale at once. */
    private static final int MAX_REQUESTS = 4;

    /** The protocol number of UDP, in the first of four bytes (RFC 8656, section 18.7). */
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
     * Gets a relay.
     *
     * @return whether the server wanted to see credentials
     * @throws StunRefusalException where it answers with an error
     * @throws StunFormatException where what answers speaks no TURN
     * @throws java.net.SocketTimeoutException where nothing answers
     */
    public boolean allocate(Deadline deadline) throws IOException {
        StunMessage answer =
                ask(StunMessage.ALLOCATE, StunAttribute.number(StunAttribute.REQUESTED_TRANSPORT, UDP), deadline);
        if (answer.attribute(StunAttribute.XOR_RELAYED_ADDRESS).isEmpty()) {
            throw new StunFormatException("a relay without an address");
        }
        return key.isPresent();
    }

    /** Gives it back, so that it does not count until it expires. Throws as {@link #allocate} does. */
    public void release(Deadline deadline) throws IOException {
        ask(StunMessage.REFRESH, StunAttribute.number(StunAttribute.LIFETIME, 0), deadline);
    }

    /** Asks without credentials first, since only the answer to that tells realm and nonce (RFC 8489, 9.2.3). */
    private StunMessage ask(int method, StunAttribute what, Deadline deadline) throws IOException {
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
                .orElseThrow(() -> new StunFormatException("a challenge without a nonce"))
                .text();
        realm = challenge
                .attribute(StunAttribute.REALM)
                .orElseThrow(() -> new StunFormatException("a challenge without a realm"))
                .text();
        key = Optional.of(credentials.key(realm));
    }
}
