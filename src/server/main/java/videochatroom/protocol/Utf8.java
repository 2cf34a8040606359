package videochatroom.protocol;

import java.nio.charset.StandardCharsets;

/**
 * How long texts are in UTF-8 (RFC 3629). Each message is asked several times, so it is the JVM's own encoder that
 * counts: it takes many characters at once, where a loop over a description of 6 KB takes longer than to parse it.
 */
public final class Utf8 {

    private Utf8() {}

    /** In bytes. Half a surrogate pair, which UTF-8 cannot say, counts for one. */
    public static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
