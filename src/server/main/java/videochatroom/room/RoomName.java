package videochatroom.room;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a room: 1 to 64 code points, letters (with the combining marks that belong to them), decimal digits, -
 * and _, in NFC (UAX #15) and case-folded, so that a link read out on the telephone works.
 */
public record RoomName(String value) {

    /** In code points. */
    public static final int MAX_LENGTH = 64;

    /** A mark belongs to a letter: many scripts write their vowels with one. Alone it is nothing one could read out. */
    private static final Pattern ALLOWED = Pattern.compile("(?:\\p{L}\\p{M}*+|[\\p{Nd}_-])++");

    /** No page can have these addresses: servers keep them to themselves (Servlet 6.0, section 10.5). */
    private static final Set<String> RESERVED = Set.of("web-inf", "meta-inf");

    public RoomName {
        if (!isAllowed(value) || !value.equals(normalise(value))) {
            throw new IllegalArgumentException("not a normalised room name");
        }
    }

    /** The room that a person means who writes this; empty where no room can have that name. */
    public static Optional<RoomName> parse(String text) {
        // Nothing that long gets short enough, and normalising is not for free. Folding makes three of one at most.
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

    /** Twice, since composing after folding makes a few letters that fold once more. */
    private static String normalise(String text) {
        return fold(fold(text));
    }

    /**
     * Up and down again, since Java has no full case folding: it takes ß to ss and ς to σ, which down alone does not.
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
