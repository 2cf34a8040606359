package videochatroom.it.benchmark;

import io.netty.buffer.ByteBuf;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/** Compares JSON instead of bytes: a server may relay the same JSON with other escapes or another order of members. */
final class SamePayload {

    private SamePayload() {}

    /** Whether a frame contains a payload. */
    static boolean in(ByteBuf frame, ByteBuf payload, MessageKind kind) {
        String text = frame.toString(StandardCharsets.UTF_8);
        int start = text.indexOf(text.startsWith("42[") ? '[' : '{');
        try {
            return start >= 0
                    && contains(parse(text.substring(start)), parse(payload.toString(StandardCharsets.UTF_8)), kind);
        } catch (JsonException notJson) {
            return false;
        }
    }

    private static boolean contains(JsonValue value, JsonValue payload, MessageKind kind) {
        if (value instanceof JsonObject object) {
            return payload.equals(object.get(kind.member))
                    || object.values().stream().anyMatch(member -> contains(member, payload, kind));
        }
        return value.getValueType() == JsonValue.ValueType.ARRAY
                && value.asJsonArray().stream().anyMatch(element -> contains(element, payload, kind));
    }

    private static JsonStructure parse(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.read();
        }
    }
}
