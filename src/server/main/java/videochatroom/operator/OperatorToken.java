package videochatroom.operator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The token of the settings, as something that others can be compared with. Immutable; shows nothing of it. */
final class OperatorToken {

    /** RFC 6750, section 2.1; schemes have no case (RFC 9110, section 11.1). */
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]+=*)");

    private final byte[] hash;

    OperatorToken(String token) {
        hash = hash(token);
    }

    /** Whether the {@code Authorization} headers of a request are this token's one. */
    boolean isIn(List<String> headers) {
        if (headers.size() != 1) {
            return false;
        }
        Matcher bearer = BEARER.matcher(headers.get(0));
        // hashes, so that the time that comparing takes tells nothing, the length neither
        return bearer.matches() && MessageDigest.isEqual(hash, hash(bearer.group(1)));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
