package videochatroom.it.containers;

import jakarta.json.Json;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/** Frames with an offer of any size. */
final class OfferFrame {

    private static final String START =
            "{\"event\":\"send_connection_offer\",\"data\":{\"offer\":{\"type\":\"offer\",\"sdp\":\"v=0\\r\\n";

    private static final String END = "\"}}}";

    private OfferFrame() {}

    /**
     * A frame with an offer.
     *
     * @param bytes the size of the frame
     * @param line repeated in the description, escaped for JSON
     */
    static String ofBytes(int bytes, String line) {
        int room = bytes - utf8(START) - utf8(END);
        String lines = line.repeat(room / utf8(line));
        return START + lines + "x".repeat(room - utf8(lines)) + END;
    }

    /** The description in a frame. */
    static String sdpOf(String frame) {
        try (var reader = Json.createReader(new StringReader(frame))) {
            return reader.readObject()
                    .getJsonObject("data")
                    .getJsonObject("offer")
                    .getString("sdp");
        }
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
