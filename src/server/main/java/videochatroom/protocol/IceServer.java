package videochatroom.protocol;

import java.util.List;

/**
 * An {@code RTCIceServer} (W3C webrtc-pc). Immutable.
 *
 * @param urls of STUN and TURN servers (RFC 7064, RFC 7065)
 * @param username null for a STUN server
 * @param credential null for a STUN server
 */
public record IceServer(List<String> urls, String username, String credential) {

    public IceServer {
        urls = List.copyOf(urls);
    }

    /** A server without credentials. */
    public static IceServer open(String url) {
        return new IceServer(List.of(url), null, null);
    }
}
