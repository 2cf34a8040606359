package videochatroom.ice.stun;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Name and password for a server (RFC 8489, section 9.2). Shows neither. */
public record LongTermCredentials(String username, String password) {

    /** What signs messages: MD5, as section 9.2.2 has it; ASCII only, so nothing is to be prepared (RFC 8265). */
    byte[] key(String realm) {
        try {
            return MessageDigest.getInstance("MD5")
                    .digest((username + ":" + realm + ":" + password).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has MD5", impossible);
        }
    }

    @Override
    public String toString() {
        return "(not shown)";
    }
}
