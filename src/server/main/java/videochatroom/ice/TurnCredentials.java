package videochatroom.ice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import videochatroom.protocol.IceServer;

/**
 * Credentials that a TURN server can verify by itself: the user name has their expiry time, and the password is the
 * name's HMAC-SHA-1 with a shared secret (draft-uberti-behave-turn-rest, section 2.2; coturn: {@code use-auth-secret}).
 * Immutable.
 */
record TurnCredentials(String username, String password) {

    private static final String ALGORITHM = "HmacSHA1";

    /** Makes the credentials of a participant. */
    static TurnCredentials of(String participantId, Instant expiry, String secret) {
        String username = expiry.getEpochSecond() + ":" + participantId;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] password = mac.doFinal(username.getBytes(StandardCharsets.UTF_8));
            return new TurnCredentials(username, Base64.getEncoder().encodeToString(password));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(ALGORITHM + " is missing in this Java", impossible);
        }
    }

    /** A server with these credentials. */
    IceServer server(String address) {
        return new IceServer(List.of(address), username, password);
    }
}
