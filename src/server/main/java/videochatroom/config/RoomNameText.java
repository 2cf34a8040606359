package videochatroom.config;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one spelling of all texts that a person reads as the same: compatibility forms (NFKC, UAX #15), capitals, dashes
 * and digits of every script become one, and what nobody sees is left out. {@code webapp/js/room/room-spelling.js} does
 * the same. Stateless.
 */
final class RoomNameText {

    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\\u2212]");

    private static final Pattern DIGIT = Pattern.compile("(?![0-9])\\p{Nd}");

    /**
     * Default_Ignorable_Code_Point (UAX #44) without the two joiners, and the Arabic stroke that only widens a word.
     */
    private static final Pattern UNSEEN = Pattern.compile("[\\u00AD\\u034F\\u0640\\u061C\\u115F\\u1160\\u17B4\\u17B5"
            + "\\u180B-\\u180F\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0"
            + "\\uFFF0-\\uFFF8\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E0FFF}]");

    private static final Pattern JOINERS = Pattern.compile("([\\u200C\\u200D])[\\u200C\\u200D]+");

    /** Signs of Indic scripts, after which a joiner chooses the form of the letters. */
    private static final String VIRAMA =
            "[\\u094D\\u09CD\\u0A4D\\u0ACD\\u0B4D\\u0BCD\\u0C4D\\u0CCD\\u0D4D\\u0DCA\\u1039]";

    /** Arabic letters that no letter is joined to (Joining_Type Right_Joining and Non_Joining of the basic block). */
    private static final String UNJOINED = "[\\u0621-\\u0625\\u0627\\u0629\\u062F-\\u0632\\u0648\\u0671-\\u0677"
            + "\\u0688-\\u0699\\u06C0\\u06C3-\\u06CB\\u06CD\\u06CF\\u06D2-\\u06D5\\u06EE\\u06EF]";

    /** A joiner that can be seen (as in RFC 5892, appendix A.1 and A.2); any other one is not captured. */
    private static final Pattern JOINER = Pattern.compile("((?<=" + VIRAMA + ")\\u200D"
            + "|(?<=" + VIRAMA + ")\\u200C(?=\\p{L})"
            + "|(?<=(?!" + UNJOINED + ")\\p{IsArabic}\\p{M}{0,4})\\u200C(?=\\p{IsArabic}))"
            + "|[\\u200C\\u200D]");

    private RoomNameText() {}

    /** The spelling of a text. It is the spelling of itself. */
    static String spell(String text) {
        // Folding and leaving out make a few letters that compose or fold again.
        return step(step(step(text)));
    }

    private static String step(String text) {
        String folded = UNSEEN.matcher(fold(text)).replaceAll("");
        String dashed = DASH.matcher(folded).replaceAll("-");
        String counted = DIGIT.matcher(dashed)
                .replaceAll(
                        digit -> Integer.toString(Character.digit(digit.group().codePointAt(0), 10)));
        return nfkc(JOINER.matcher(JOINERS.matcher(counted).replaceAll("$1")).replaceAll("$1"));
    }

    /**
     * Converts to upper case and back, because Java has no full case folding. Lower case alone would not make ss of ß.
     * A dotted capital I becomes the i of everybody.
     */
    private static String fold(String text) {
        String lower = nfkc(text).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return nfkc(lower.replace('ς', 'σ').replace("i\u0307", "i"));
    }

    private static String nfkc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
