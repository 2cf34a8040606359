package videochatroom.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Parsers for the values of settings, as operators write them. They throw {@link IllegalArgumentException} for a text
 * that is not allowed. Stateless and thread-safe.
 */
final class SettingText {

    /** {@code b64token} (RFC 6750, section 2.1). */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private static final String HOST_AND_PORT = "(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9.-]+)(:\\d{1,5})?";

    /** RFC 7064 and RFC 7065. */
    private static final Pattern ICE_ADDRESS =
            Pattern.compile("stuns?:" + HOST_AND_PORT + "|turns?:" + HOST_AND_PORT + "(\\?transport=(udp|tcp))?");

    private SettingText() {}

    /**
     * Makes a parser for items that are separated by commas. The word {@code none} is the empty list, because
     * MicroProfile Config takes an empty value for a missing one.
     */
    static <T> Function<String, List<T>> parseList(Function<String, T> item) {
        return text -> text.equals("none")
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .map(item)
                        .toList();
    }

    static Origin parseOrigin(String text) {
        return Origin.parse(text).orElseThrow(IllegalArgumentException::new);
    }

    static String parseFrameAncestor(String text) {
        return text.equals("self") ? "'self'" : parseOrigin(text).toString();
    }

    static Rooms parseRooms(String text) {
        return text.equals("*")
                ? Rooms.ALL
                : new Rooms.Named(
                        Set.copyOf(parseList(SettingText::parseRoomName).apply(text)));
    }

    private static RoomName parseRoomName(String text) {
        return RoomName.parse(text).orElseThrow(IllegalArgumentException::new);
    }

    static String parseIceServer(String text) {
        if (!ICE_ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        // A browser refuses the whole configuration for one wrong port.
        URI uri = URI.create(text.replaceFirst("\\?.*", "").replaceFirst(":", "://"));
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    static Optional<String> parseSecret(String text) {
        if (text.equals("none")) {
            return Optional.empty();
        }
        if (text.length() < 16 || text.length() > 256) {
            throw new IllegalArgumentException();
        }
        return Optional.of(text);
    }

    static Optional<String> parseToken(String text) {
        Optional<String> token = parseSecret(text);
        if (token.isPresent() && !TOKEN.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return token;
    }

    static boolean parseBoolean(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException();
        }
        return text.equals("true");
    }

    static Optional<Path> parseFile(String text) {
        if (text.equals("none")) {
            return Optional.empty();
        }
        String home = System.getProperty("user.home");
        return Optional.of(Path.of(text.startsWith("~/") ? home + text.substring(1) : text));
    }
}
