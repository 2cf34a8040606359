package videochatroom.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a room: 1 to 64 code points, which are letters with their combining marks, decimal digits, - and _. It is
 * in the one spelling of all texts that people read as the same, and looks like no other name. Immutable.
 */
public record RoomName(String value) {

    /** In code points. */
    public static final int MAX_LENGTH = 64;

    /** A mark needs a letter: many scripts write their vowels as marks, and nobody can read out a mark alone. */
    private static final Pattern ALLOWED = Pattern.compile("(?:\\p{L}[\\p{M}\\u200C\\u200D]*+|[0-9_-])++");

    /** Servers do not serve these addresses (Servlet 6.0, section 10.5). */
    private static final Set<String> RESERVED = Set.of("web-inf", "meta-inf");

    private static final Pattern PERCENT_ENCODED = Pattern.compile("%\\p{XDigit}{2}");

    /** What follows the path of an address, if a program has encoded or escaped that too, and all behind it. */
    private static final Pattern LINK_REST =
            Pattern.compile("(?s)(?:[?#<>\"]|;\\w+=|&(?:gt|lt|quot|apos|amp|nbsp|#\\w+);?).*");

    /** The end of a sentence, of a bracket or of a quotation, blanks, and what nobody sees. */
    private static final Pattern LINK_MARKS =
            Pattern.compile("(?:(?![\\p{Pd}\\p{Pc}\\u200D])[\\p{P}\\p{Z}\\p{Cc}\\p{Cf}<>|`^~\\uFFFC])+$");

    public RoomName {
        if (!isAllowed(value) || !value.equals(RoomNameText.spell(value))) {
            throw new IllegalArgumentException("this is not a normalised room name");
        }
    }

    /** Reads a name that a person has written. Empty if no room can have it. */
    public static Optional<RoomName> parse(String text) {
        // Normalising is expensive, and no text of a name is that long.
        if (text.length() > 8 * MAX_LENGTH) {
            return Optional.empty();
        }
        String name = RoomNameText.spell(text);
        return isAllowed(name) ? Optional.of(new RoomName(name)) : Optional.empty();
    }

    /**
     * Reads a name in a link that other programs have passed on: they encode it twice, and take marks that follow a
     * link for a part of it. Empty if no room can have it.
     *
     * @param text decoded once
     */
    public static Optional<RoomName> parseLinked(String text) {
        String rest = text.length() <= 8 * MAX_LENGTH * "%2520".length() ? decodeAgain(text) : text;
        String name = LINK_REST.matcher(rest).replaceFirst("");
        return parse(LINK_MARKS.matcher(name).replaceFirst(""));
    }

    private static String decodeAgain(String text) {
        if (!PERCENT_ENCODED.matcher(text).find()) {
            return text;
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private static boolean isAllowed(String name) {
        return name.codePointCount(0, name.length()) <= MAX_LENGTH
                && ALLOWED.matcher(name).matches()
                && !RESERVED.contains(name)
                && !Lookalikes.areIn(name);
    }

    @Override
    public String toString() {
        return value;
    }
}
