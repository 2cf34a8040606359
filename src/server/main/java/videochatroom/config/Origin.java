package videochatroom.config;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The origin of a page (RFC 6454): scheme, host and port, in lower case, without the scheme's default port. Immutable.
 *
 * @param scheme {@code http} or {@code https}
 * @param authority the host, and the port if it is not the scheme's default
 */
public record Origin(String scheme, String authority) {

    private static final Pattern ORIGIN = Pattern.compile("(?i)(https?)://(\\[[^/?#@]*]|[^/?#@:]*)(?::(\\d{0,5}))?/?");

    public Origin {
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(authority, "authority");
    }

    /** Reads the origin of an {@code Origin} header or a setting. Empty for anything else, such as {@code null}. */
    public static Optional<Origin> parse(String text) {
        Matcher parts = ORIGIN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String port = parts.group(3);
        int number = port == null || port.isEmpty() ? defaultPort(scheme) : Integer.parseInt(port);
        return number > 65_535
                ? Optional.empty()
                : HostName.of(parts.group(2))
                        .map(host -> new Origin(scheme, host + (number == defaultPort(scheme) ? "" : ":" + number)));
    }

    /**
     * Whether a request with this {@code Host} header was sent to this origin. The scheme is not compared: behind a
     * proxy that terminates TLS, the page has https and the request http.
     */
    public boolean isServedAt(String hostHeader) {
        return hostHeader != null
                && parse(scheme + "://" + hostHeader).filter(this::equals).isPresent();
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    /** The origin as in a header. */
    @Override
    public String toString() {
        return scheme + "://" + authority;
    }
}
