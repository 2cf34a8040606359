package videochatroom.config;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds names that look like another one, because they mix scripts whose letters look alike (UTS #39, section 4). A
 * word has letters of one such script. Words of several scripts may stand side by side, unless one of them could be
 * read as a Latin one. Scripts whose letters nobody takes for those of another one may be mixed.
 * {@code webapp/js/room/lookalikes.js} does the same. Stateless.
 */
final class Lookalikes {

    private static final Set<UnicodeScript> ALIKE = Set.of(
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARMENIAN,
            UnicodeScript.CHEROKEE,
            UnicodeScript.COPTIC,
            UnicodeScript.LISU);

    /** Small Cyrillic, Greek and Armenian letters that look like small Latin ones. */
    private static final Pattern LIKE_LATIN = Pattern.compile("[аеорсухіјѕһԁԛԝοανιυρκχγօոսհցյ]+");

    private static final Pattern SEPARATOR = Pattern.compile("[-_]+");
    private static final Pattern NO_LETTER = Pattern.compile("\\P{L}");

    private Lookalikes() {}

    /** Whether a name in its one spelling looks like another one. */
    static boolean areIn(String name) {
        List<String> words = SEPARATOR
                .splitAsStream(Normalizer.normalize(name, Normalizer.Form.NFD))
                .map(word -> NO_LETTER.matcher(word).replaceAll(""))
                .toList();
        boolean hasLatin = words.stream().anyMatch(word -> scripts(word).contains(UnicodeScript.LATIN));
        return words.stream()
                .anyMatch(word -> scripts(word).size() > 1
                        || (hasLatin && LIKE_LATIN.matcher(word).matches()));
    }

    private static Set<UnicodeScript> scripts(String word) {
        return word.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(ALIKE::contains)
                .collect(Collectors.toUnmodifiableSet());
    }
}
