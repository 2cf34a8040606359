package videochatroom.protocol;

import java.nio.charset.StandardCharsets;

/**
 * The length of texts in UTF-8 (RFC 3629). Every message needs it several times. The JVM's encoder is used, because it
 * converts many characters at once: a loop over a description of 6 KB takes longer than parsing it.
 */
public final class Utf8 {

    private Utf8() {}

    /** The length in bytes. An unpaired surrogate, which UTF-8 does not have, counts as one. */
    public static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
