package videochatroom.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The origin of a page (RFC 6454): scheme, host and port, in lower case, without the scheme's default port. Immutable.
 *
 * @param scheme {@code http} or {@code https}
 * @param authority the host, and the port if it is not the scheme's default
 */
public record Origin(String scheme, String authority) {

    public Origin {
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(authority, "authority");
    }

    /** Reads the origin of an {@code Origin} header or a setting. Empty for anything else, such as {@code null}. */
    public static Optional<Origin> parse(String text) {
        try {
            URI uri = new URI(text);
            boolean bare = uri.getHost() != null
                    && uri.getUserInfo() == null
                    && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!bare || !(scheme.equals("http") || scheme.equals("https")) || uri.getPort() > 65_535) {
                return Optional.empty();
            }
            return Optional.of(new Origin(scheme, authority(scheme, uri.getHost(), uri.getPort())));
        } catch (URISyntaxException notAnOrigin) {
            return Optional.empty();
        }
    }

    /**
     * Whether a request with this {@code Host} header was sent to this origin. The scheme is not compared: behind a
     * proxy that terminates TLS, the page has https and the request http.
     */
    public boolean isServedAt(String hostHeader) {
        return hostHeader != null
                && parse(scheme + "://" + hostHeader).filter(this::equals).isPresent();
    }

    private static String authority(String scheme, String host, int port) {
        int defaultPort = scheme.equals("https") ? 443 : 80;
        return host.toLowerCase(Locale.ROOT) + (port == -1 || port == defaultPort ? "" : ":" + port);
    }

    /** The origin as in a header. */
    @Override
    public String toString() {
        return scheme + "://" + authority;
    }
}
