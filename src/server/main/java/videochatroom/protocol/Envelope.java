package videochatroom.protocol;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.util.HashMap;
import java.util.Map;

/**
 * A client's frame, taken apart in one pass. The members of its data that are objects or arrays are kept as text as
 * well: what is relayed is passed on as it came, since to write it anew costs more than all else that is done with it.
 *
 * @param event JSON null where it is missing
 * @param data JSON null where it is missing
 * @param texts of those members of the data that are objects or arrays
 */
record Envelope(JsonValue event, JsonValue data, Map<String, String> texts) {

    /** Reads the object that the parser is in; throws what the parser throws. */
    static Envelope read(JsonParser parser, String frame, JsonProvider json) {
        JsonValue event = JsonValue.NULL;
        JsonValue data = JsonValue.NULL;
        Map<String, String> texts = Map.of();
        while (parser.next() == Event.KEY_NAME) {
            String member = parser.getString();
            boolean object = parser.next() == Event.START_OBJECT;
            if (member.equals("data") && object) {
                texts = new HashMap<>();
                data = readData(parser, frame, texts, json);
                continue;
            }
            JsonValue value = parser.getValue();
            if (member.equals("event")) {
                event = value;
            } else if (member.equals("data")) {
                data = value;
            }
        }
        return new Envelope(event, data, texts);
    }

    /** A member of the data as it came; its value is that which was read. */
    String textOf(String member, JsonValue value) {
        String text = texts.get(member);
        return text == null ? value.toString() : text;
    }

    private static JsonValue readData(JsonParser parser, String frame, Map<String, String> texts, JsonProvider json) {
        JsonObjectBuilder data = json.createObjectBuilder();
        while (parser.next() == Event.KEY_NAME) {
            String member = parser.getString();
            texts.remove(member);
            Event first = parser.next();
            // JSON-P counts characters where it reads characters, and has just passed the bracket.
            long start = parser.getLocation().getStreamOffset() - 1;
            data.add(member, parser.getValue());
            if (first == Event.START_OBJECT || first == Event.START_ARRAY) {
                texts.put(member, frame.substring((int) start, (int)
                        parser.getLocation().getStreamOffset()));
            }
        }
        return data.build();
    }
}
