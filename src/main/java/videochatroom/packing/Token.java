package videochatroom.packing;

import java.util.Set;

/**
 * A word or sign of a script.
 *
 * @param kind what it is
 * @param text as it is written
 * @param afterLineBreak whether it begins a line, or follows a comment that does
 */
record Token(Kind kind, String text, boolean afterLineBreak) {

    /** No statement ends after one of these, whatever begins the next line. */
    private static final Set<String> OPEN_ENDED =
            Set.of("{", "(", "[", ",", ";", "=>", "=", ":", "?", "&&", "||", "??");

    /** None begins with one of these. */
    private static final Set<String> CLOSING = Set.of("}", ")", "]", ",", ";", ".", "?.", ":", "?", "&&", "||", "??");

    /** What there is. */
    enum Kind {
        /** A name or a keyword. */
        WORD,
        /** The name of a private member, with its {@code #}. */
        PRIVATE_NAME,
        NUMBER,
        STRING,
        /** A part of a template literal between two expressions, with the signs that limit it. */
        TEMPLATE,
        REGULAR_EXPRESSION,
        SIGN
    }

    /** Whether it is that word or sign. */
    boolean is(String other) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(other);
    }

    /** The same with another text. */
    Token withText(String other) {
        return new Token(kind, other, afterLineBreak);
    }

    /** The same in another place. */
    Token afterLineBreak(boolean isAfterOne) {
        return new Token(kind, text, isAfterOne);
    }

    /** What has to stand between the token before and this one. */
    String gapAfter(Token before) {
        if (afterLineBreak && !before.mayGoOn() && !mayFollow()) {
            return "\n";
        }
        return mergesWith(before) ? " " : "";
    }

    private boolean mayGoOn() {
        return kind == Kind.SIGN && OPEN_ENDED.contains(text);
    }

    private boolean mayFollow() {
        return kind == Kind.SIGN && CLOSING.contains(text);
    }

    private boolean mergesWith(Token before) {
        if (before.isWordLike() && isWordLike()) {
            return true;
        }
        char last = before.text.charAt(before.text.length() - 1);
        char first = text.charAt(0);
        boolean counts =
                before.kind == Kind.SIGN && kind == Kind.SIGN && last == first && (first == '+' || first == '-');
        boolean point = before.kind == Kind.NUMBER && first == '.';
        boolean slashes = last == '/' && first == '/';
        return counts || point || slashes;
    }

    private boolean isWordLike() {
        return kind == Kind.WORD || kind == Kind.PRIVATE_NAME || kind == Kind.NUMBER;
    }
}
