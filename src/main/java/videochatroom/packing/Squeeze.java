package videochatroom.packing;

import java.util.regex.Pattern;

/** Takes comments and spaces away that only people need. */
final class Squeeze {

    private static final Pattern STYLE_COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    /** Around these no space means anything; around {@code +}, {@code -}, and before {@code (} and {@code :} it may. */
    private static final Pattern STYLE_SPACE = Pattern.compile("\\s*([{};,>])\\s*|(:) +");

    private static final Pattern MARKUP_COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern INDENT = Pattern.compile("\\s*\\n\\s*");

    private Squeeze() {}

    /** A style sheet. It must not have such signs in its strings. */
    static String styles(String sheet) {
        String plain = STYLE_COMMENT.matcher(sheet).replaceAll("").strip().replaceAll("\\s+", " ");
        return STYLE_SPACE.matcher(plain).replaceAll("$1$2").replace(";}", "}");
    }

    /** A page, a picture or a manifest: line breaks stay, since they are spaces between words. */
    static String markup(String page) {
        return INDENT.matcher(MARKUP_COMMENT.matcher(page).replaceAll("").strip())
                .replaceAll("\n");
    }
}
