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
 * Credentials that a TURN server can check without having been told of them: the name says until when they are good,
 * and the password is the name's HMAC-SHA-1 under a shared secret (draft-uberti-behave-turn-rest, section 2.2; coturn:
 * {@code use-auth-secret}).
 */
record TurnCredentials(String username, String password) {

    private static final String ALGORITHM = "HmacSHA1";

    /** Makes the credentials of a participant. */
    static TurnCredentials of(String participantId, Instant goodUntil, String secret) {
        String username = goodUntil.getEpochSecond() + ":" + participantId;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] password = mac.doFinal(username.getBytes(StandardCharsets.UTF_8));
            return new TurnCredentials(username, Base64.getEncoder().encodeToString(password));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    /** A server that is used with them. */
    IceServer server(String address) {
        return new IceServer(List.of(address), username, password);
    }
}
