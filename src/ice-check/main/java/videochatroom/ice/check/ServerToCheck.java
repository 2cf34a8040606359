package videochatroom.ice.check;

import java.util.Objects;

/**
 * A STUN or TURN server, and the credentials with which a browser would use it. Shows no secret.
 *
 * @param url as the setting has it (RFC 7064, RFC 7065)
 * @param username null for a server that wants none
 * @param password null for a server that wants none
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
