package videochatroom.operator;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes answers that are complete before they are sent. */
final class Answer {

    private Answer() {}

    /**
     * Writes the body of an answer, in UTF-8.
     *
     * @param type the media type, without a charset
     */
    static void write(HttpServletResponse response, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setContentType(type + ";charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
