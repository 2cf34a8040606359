package videochatroom.packing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import videochatroom.packing.Token.Kind;

/** Writes tokens as a script that is as short as it may be without knowing what any name means. */
final class ScriptWriter {

    private static final int LETTERS = 26;

    private ScriptWriter() {}

    /** Writes tokens with no more between them than there has to be. */
    static String write(List<Token> tokens) {
        var script = new StringBuilder();
        Token before = null;
        for (Token token : tokens) {
            if (before != null) {
                script.append(token.gapAfter(before));
            }
            script.append(token.text());
            before = token;
        }
        return script.toString();
    }

    /** Gives private members short names. No class can see those of another, so any two may be called the same. */
    static List<Token> shortenPrivateNames(List<Token> tokens) {
        Map<String, String> names = new HashMap<>();
        return tokens.stream()
                .map(token -> token.kind() == Kind.PRIVATE_NAME
                        ? token.withText(names.computeIfAbsent(token.text(), name -> "#" + letters(names.size())))
                        : token)
                .toList();
    }

    private static String letters(int number) {
        String last = String.valueOf((char) ('a' + number % LETTERS));
        return number < LETTERS ? last : letters(number / LETTERS - 1) + last;
    }
}
