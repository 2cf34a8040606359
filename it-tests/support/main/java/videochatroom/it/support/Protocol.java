package videochatroom.it.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The protocol's AsyncAPI document, which contains the frames that tests send. */
public final class Protocol {

    public static final Path DOCUMENT = Project.path("src", "docs", "protocol", "asyncapi.json");

    private Protocol() {}

    /** A frame that the server must refuse, and the error code with which it must do so. */
    public record RefusedFrame(String name, String frame, String code) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The frames in the document that the server must refuse. */
    public static List<RefusedFrame> refusedFrames() {
        return document().getJsonArray("x-refused-frames").getValuesAs(JsonObject.class).stream()
                .map(example -> new RefusedFrame(
                        example.getString("name"), example.getString("frame"), example.getString("code")))
                .toList();
    }

    private static JsonObject document() {
        try (var reader = Json.createReader(Files.newBufferedReader(DOCUMENT))) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
