package videochatroom.protocol;

import java.util.List;

/**
 * An {@code RTCIceServer} (W3C webrtc-pc).
 *
 * @param urls {@code stun:}, {@code turn:} and {@code turns:} addresses (RFC 7064, RFC 7065)
 * @param username null where the server wants none
 * @param credential null where the server wants none
 */
public record IceServer(List<String> urls, String username, String credential) {

    public IceServer {
        urls = List.copyOf(urls);
    }

    /** A server that asks for no credentials. */
    public static IceServer open(String url) {
        return new IceServer(List.of(url), null, null);
    }
}
