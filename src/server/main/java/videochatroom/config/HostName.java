package videochatroom.config;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The host of an address as browsers write it (URL Standard, host serializer). Stateless. */
final class HostName {

    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:]*:[0-9a-f:.]*]");
    /** With underscores: names of containers have them, and browsers take them. */
    private static final Pattern NAME = Pattern.compile("(?=.{1,254}$)[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63})*\\.?");

    private static final int GROUPS = 8;

    private HostName() {}

    /** Lower case, letters of other scripts as Punycode, IPv6 as in RFC 5952. Empty for what is no host. */
    static Optional<String> of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("[")) {
            return IPV6.matcher(lower).matches() ? ipv6(lower) : Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(lower, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT))
                    .filter(NAME.asMatchPredicate());
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    private static Optional<String> ipv6(String literal) {
        try {
            // A literal is not looked up.
            byte[] address = InetAddress.getByName(literal).getAddress();
            return address.length == 2 * GROUPS ? Optional.of("[" + shortened(address) + "]") : Optional.of(literal);
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    private static String shortened(byte[] address) {
        var full = new StringBuilder();
        for (int i = 0; i < address.length; i += 2) {
            full.append(i == 0 ? "" : ":")
                    .append(Integer.toHexString((address[i] & 0xff) << 8 | (address[i + 1] & 0xff)));
        }
        for (int zeros = GROUPS; zeros > 1; zeros--) {
            var run = Pattern.compile("(?:^|:)0(?::0){" + (zeros - 1) + "}(?::|$)")
                    .matcher(full);
            if (run.find()) {
                return run.replaceFirst("::");
            }
        }
        return full.toString();
    }
}
