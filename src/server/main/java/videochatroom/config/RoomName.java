package videochatroom.config;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a room: 1 to 64 code points, which are letters with their combining marks, decimal digits, - and _. It is
 * in NFC (UAX #15) and case-folded, so that people can read a link out. Immutable.
 */
public record RoomName(String value) {

    /** In code points. */
    public static final int MAX_LENGTH = 64;

    /** A mark needs a letter: many scripts write their vowels as marks, and nobody can read out a mark alone. */
    private static final Pattern ALLOWED = Pattern.compile("(?:\\p{L}\\p{M}*+|[\\p{Nd}_-])++");

    /** Servers do not serve these addresses (Servlet 6.0, section 10.5). */
    private static final Set<String> RESERVED = Set.of("web-inf", "meta-inf");

    public RoomName {
        if (!isAllowed(value) || !value.equals(normalise(value))) {
            throw new IllegalArgumentException("this is not a normalised room name");
        }
    }

    /** Normalises a name that a person has written. Empty if no room can have it. */
    public static Optional<RoomName> parse(String text) {
        // Normalising is expensive, and folding changes the length by a factor of three at most.
        if (text.length() > 8 * MAX_LENGTH) {
            return Optional.empty();
        }
        String normalised = normalise(text);
        return isAllowed(normalised) ? Optional.of(new RoomName(normalised)) : Optional.empty();
    }

    private static boolean isAllowed(String name) {
        return name.codePointCount(0, name.length()) <= MAX_LENGTH
                && ALLOWED.matcher(name).matches()
                && !RESERVED.contains(name);
    }

    /** Folds twice: composing after folding makes a few letters that fold again. */
    private static String normalise(String text) {
        return fold(fold(text));
    }

    /**
     * Converts to upper case and back, because Java has no full case folding. Lower case alone would not make ss of ß.
     */
    private static String fold(String text) {
        return nfc(nfc(text).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ'));
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    @Override
    public String toString() {
        return value;
    }
}
