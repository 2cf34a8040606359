package videochatroom.ice.stun;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A user name and a password (RFC 8489, section 9.2). Its text shows neither. */
public record LongTermCredentials(String username, String password) {

    /**
     * The key for MESSAGE-INTEGRITY, made with MD5 (RFC 8489, section 9.2.2). Name, realm and password are used as they
     * are: our own are ASCII, which OpaqueString (RFC 8265) leaves unchanged.
     */
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
