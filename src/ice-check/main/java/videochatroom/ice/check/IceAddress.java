package videochatroom.ice.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a STUN or TURN server in its parts (RFC 7064, RFC 7065).
 *
 * @param url as in the setting
 * @param relay whether it is a TURN server
 * @param transport over which the server is reached
 * @param host a name, or an IP address without brackets
 */
record IceAddress(String url, boolean relay, Transport transport, String host, int port) {

    enum Transport {
        UDP,
        TCP,
        TLS,
        /** TLS over UDP, which no browser uses with a TURN server. */
        DTLS
    }

    private static final Pattern URL =
            Pattern.compile("(stun|turn)(s?):(?:\\[(.+)]|([^:?]+))(?::(\\d+))?(?:\\?transport=(udp|tcp))?");
    private static final int PORT = 3478;
    private static final int TLS_PORT = 5349;

    /** @throws IllegalArgumentException if it is no such URL; the setting {@code ice.servers} allows no other */
    static IceAddress of(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("this is not the URL of a STUN or TURN server");
        }
        boolean secure = !parts.group(2).isEmpty();
        String host = parts.group(3) == null ? parts.group(4) : parts.group(3);
        int port = parts.group(5) == null ? (secure ? TLS_PORT : PORT) : Integer.parseInt(parts.group(5));
        return new IceAddress(url, parts.group(1).equals("turn"), transport(secure, parts.group(6)), host, port);
    }

    private static Transport transport(boolean secure, String parameter) {
        if (secure) {
            return "udp".equals(parameter) ? Transport.DTLS : Transport.TLS;
        }
        return "tcp".equals(parameter) ? Transport.TCP : Transport.UDP;
    }
}
