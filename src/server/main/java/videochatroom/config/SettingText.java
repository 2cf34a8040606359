package videochatroom.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parsers for the values of settings, as operators write them. They throw {@link IllegalArgumentException} for a text
 * that is not allowed. Stateless and thread-safe.
 */
final class SettingText {

    /** {@code b64token} (RFC 6750, section 2.1). */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private static final String HOST_AND_PORT = "(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+)(:\\d{1,5})?";

    /** RFC 7064 and RFC 7065. */
    private static final Pattern ICE_ADDRESS =
            Pattern.compile("stuns?:" + HOST_AND_PORT + "|turns?:" + HOST_AND_PORT + "(\\?transport=(udp|tcp))?");

    private static final Pattern ICE_PORT = Pattern.compile(":(\\d{1,5})(?:\\?|$)");

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
        Matcher port = ICE_PORT.matcher(text);
        if (port.find() && !isPort(Integer.parseInt(port.group(1)))) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    private static boolean isPort(int number) {
        return number > 0 && number <= 65_535;
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

    /** Any path but {@code ~/…} becomes absolute. That one too, unless the server's user has no home. */
    static Optional<Path> parseFile(String text) {
        if (text.equals("none")) {
            return Optional.empty();
        }
        if (!text.startsWith("~/")) {
            return Optional.of(Path.of(text).toAbsolutePath());
        }
        // Containers and services run as users without a home, of which Java says ? or a folder that does not exist.
        Path home = Path.of(System.getProperty("user.home", "?"));
        return Optional.of(
                home.isAbsolute() && Files.isDirectory(home) ? home.resolve(text.substring(2)) : Path.of(text));
    }
}
