package videochatroom.operator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operator's token, kept as a hash. Immutable. */
final class OperatorToken {

    /** RFC 6750, section 2.1. The scheme is case-insensitive (RFC 9110, section 11.1). */
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]+=*)");

    private final byte[] hash;

    OperatorToken(String token) {
        hash = hash(token);
    }

    /** Whether the {@code Authorization} headers of a request are exactly one, with this token. */
    boolean isIn(List<String> headers) {
        if (headers.size() != 1) {
            return false;
        }
        Matcher bearer = BEARER.matcher(headers.get(0));
        // Hashes are compared, so that the time tells nothing about the token, not even its length.
        return bearer.matches() && MessageDigest.isEqual(hash, hash(bearer.group(1)));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is missing in this Java", impossible);
        }
    }
}
