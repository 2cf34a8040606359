package videochatroom.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Values of settings as an operator writes them. Each method throws {@link IllegalArgumentException} for another text.
 */
final class SettingText {

    /** What may stand behind {@code Bearer} (RFC 6750, section 2.1). */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private static final String HOST_AND_PORT = "(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9.-]+)(:\\d{1,5})?";

    /** RFC 7064 and RFC 7065. */
    private static final Pattern ICE_ADDRESS =
            Pattern.compile("stuns?:" + HOST_AND_PORT + "|turns?:" + HOST_AND_PORT + "(\\?transport=(udp|tcp))?");

    private SettingText() {}

    /**
     * A parser of comma-separated items, none for the word none: MicroProfile takes an empty value for an absent one.
     */
    static <T> Function<String, List<T>> list(Function<String, T> item) {
        return text -> text.equals("none")
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .map(item)
                        .toList();
    }

    static Origin origin(String text) {
        return Origin.parse(text).orElseThrow(IllegalArgumentException::new);
    }

    static String frameAncestor(String text) {
        return text.equals("self") ? "'self'" : origin(text).toString();
    }

    static String iceServer(String text) {
        if (!ICE_ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        // the browser refuses the whole configuration for one wrong port, so look at it here
        URI uri = URI.create(text.replaceFirst("\\?.*", "").replaceFirst(":", "://"));
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    static Optional<String> secret(String text) {
        if (text.equals("none")) {
            return Optional.empty();
        }
        if (text.length() < 16 || text.length() > 256) {
            throw new IllegalArgumentException();
        }
        return Optional.of(text);
    }

    static Optional<String> token(String text) {
        Optional<String> token = secret(text);
        if (token.isPresent() && !TOKEN.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return token;
    }

    static boolean bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException();
        }
        return text.equals("true");
    }

    /** Throws {@link java.nio.file.InvalidPathException}, which is an {@link IllegalArgumentException}. */
    static Optional<Path> file(String text) {
        if (text.equals("none")) {
            return Optional.empty();
        }
        String home = System.getProperty("user.home");
        return Optional.of(Path.of(text.startsWith("~/") ? home + text.substring(1) : text));
    }
}
