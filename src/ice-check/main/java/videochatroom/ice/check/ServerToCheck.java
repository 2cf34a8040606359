package videochatroom.ice.check;

import java.util.Objects;

/**
 * A STUN or TURN server with the credentials that a browser would use. Its text shows no secret.
 *
 * @param url as in the setting (RFC 7064, RFC 7065)
 * @param username null for a STUN server
 * @param password null for a STUN server
 */
public record ServerToCheck(String url, String username, String password) {

    public ServerToCheck {
        Objects.requireNonNull(url, "url");
    }

    @Override
    public String toString() {
        return url;
    }
}
