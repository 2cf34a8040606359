package videochatroom.ice.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a STUN or TURN server (RFC 7064, RFC 7065).
 *
 * @param url as the setting has it
 * @param relay whether it is a TURN server
 * @param medium how it is reached
 * @param host a name, or an address without brackets
 */
record IceAddress(String url, boolean relay, Medium medium, String host, int port) {

    enum Medium {
        UDP,
        TCP,
        TLS,
        /** TLS over UDP, which no browser speaks to a relay. */
        DTLS
    }

    private static final Pattern URL =
            Pattern.compile("(stun|turn)(s?):(?:\\[(.+)]|([^:?]+))(?::(\\d+))?(?:\\?transport=(udp|tcp))?");
    private static final int PORT = 3478;
    private static final int TLS_PORT = 5349;

    /** Takes what the settings have allowed. */
    static IceAddress of(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not the address of a STUN or TURN server");
        }
        boolean secure = !parts.group(2).isEmpty();
        String host = parts.group(3) == null ? parts.group(4) : parts.group(3);
        int port = parts.group(5) == null ? (secure ? TLS_PORT : PORT) : Integer.parseInt(parts.group(5));
        return new IceAddress(url, parts.group(1).equals("turn"), medium(secure, parts.group(6)), host, port);
    }

    private static Medium medium(boolean secure, String transport) {
        if (secure) {
            return "udp".equals(transport) ? Medium.DTLS : Medium.TLS;
        }
        return "tcp".equals(transport) ? Medium.TCP : Medium.UDP;
    }
}
