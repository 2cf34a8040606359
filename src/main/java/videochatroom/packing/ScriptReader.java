package videochatroom.packing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import videochatroom.packing.Token.Kind;

/**
 * Reads a script into tokens, without its comments and spaces (ECMA-262, section 12). It knows as much of the language
 * as this client is written in: a regular expression follows a sign or a keyword, and never a closing bracket.
 */
final class ScriptReader {

    private static final Pattern SPACE = Pattern.compile("(?:\\s|//[^\\n]*|/\\*(?s:.*?)\\*/)+");
    private static final Pattern WORD = Pattern.compile("#?[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private static final Pattern NUMBER = Pattern.compile("\\.?\\d[\\w.]*");
    private static final Pattern STRING =
            Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\(?s:.))*+\"|'(?:[^'\\\\\\n]|\\\\(?s:.))*+'");
    private static final Pattern TEMPLATE = Pattern.compile("[`}](?:[^`\\\\$]|\\\\(?s:.)|\\$(?!\\{))*+(?:`|\\$\\{)");
    private static final Pattern REGULAR_EXPRESSION =
            Pattern.compile("/(?:[^/\\\\\\[\\n]|\\\\.|\\[(?:[^\\]\\\\\\n]|\\\\.)*+\\])++/\\w*");
    private static final Pattern SIGN = Pattern.compile(
            ">>>=|\\.\\.\\.|===|!==|\\*\\*=|<<=|>>=|>>>|&&=|\\|\\|=|\\?\\?=|=>|==|!=|<=|>=|&&|\\|\\||\\?\\?|\\?\\.(?!\\d)"
                    + "|\\+\\+|--|[-+*/%&|^]=|\\*\\*|<<|>>|[-+*/%&|^!~<>=?:;,.(){}\\[\\]]");

    private static final Set<String> BEFORE_EXPRESSION =
            Set.of("return", "typeof", "case", "in", "of", "void", "delete", "await", "new", "else", "throw", "yield");

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    /** For each curly bracket that is open whether it is one of a template. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    private int at;
    private boolean lineBreak;

    private ScriptReader(String source) {
        this.source = source;
    }

    /**
     * Reads a script.
     *
     * @throws IllegalArgumentException if it holds what is no token, with the place
     */
    static List<Token> read(String source) {
        var reader = new ScriptReader(source);
        while (reader.skipSpace()) {
            reader.readToken();
        }
        return reader.tokens;
    }

    private boolean skipSpace() {
        String space = match(SPACE);
        lineBreak = space != null && space.contains("\n");
        at += space == null ? 0 : space.length();
        return at < source.length();
    }

    private void readToken() {
        char first = source.charAt(at);
        if (first == '`' || (first == '}' && Boolean.TRUE.equals(open.peek()))) {
            readTemplate();
            return;
        }
        if (first == '/' && beginsExpression() && take(Kind.REGULAR_EXPRESSION, REGULAR_EXPRESSION)) {
            return;
        }
        if (first == '#' ? take(Kind.PRIVATE_NAME, WORD) : take(Kind.WORD, WORD)) {
            return;
        }
        if (take(Kind.NUMBER, NUMBER) || take(Kind.STRING, STRING)) {
            return;
        }
        if (!take(Kind.SIGN, SIGN)) {
            throw new IllegalArgumentException("No token: " + source.substring(at, Math.min(at + 40, source.length())));
        }
        if (first == '{') {
            open.push(false);
        } else if (first == '}') {
            open.pop();
        }
    }

    private void readTemplate() {
        if (source.charAt(at) == '}') {
            open.pop();
        }
        if (!take(Kind.TEMPLATE, TEMPLATE)) {
            throw new IllegalArgumentException("A template without an end");
        }
        if (tokens.get(tokens.size() - 1).text().endsWith("${")) {
            open.push(true);
        }
    }

    private boolean beginsExpression() {
        if (tokens.isEmpty()) {
            return true;
        }
        Token before = tokens.get(tokens.size() - 1);
        return switch (before.kind()) {
            case WORD -> BEFORE_EXPRESSION.contains(before.text());
            case SIGN -> !Set.of(")", "]", "}").contains(before.text());
            case TEMPLATE -> before.text().endsWith("${");
            default -> false;
        };
    }

    private boolean take(Kind kind, Pattern pattern) {
        String text = match(pattern);
        if (text == null) {
            return false;
        }
        tokens.add(new Token(kind, text, lineBreak));
        at += text.length();
        return true;
    }

    private String match(Pattern pattern) {
        Matcher matcher = pattern.matcher(source).region(at, source.length());
        return matcher.lookingAt() ? matcher.group() : null;
    }
}
