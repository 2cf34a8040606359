package videochatroom.protocol;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.util.HashMap;
import java.util.Map;

/**
 * A client's message, parsed in one pass. The text of those members of the data that are objects or arrays is kept,
 * too: what is relayed is passed on as it arrived, because writing it again would cost more than everything else.
 *
 * @param event JSON null if it is missing
 * @param data JSON null if it is missing
 * @param texts of the members of the data that are objects or arrays, by name
 */
record Envelope(JsonValue event, JsonValue data, Map<String, String> texts) {

    /**
     * Reads the object whose start the parser has passed. Throws what the parser throws.
     *
     * @param frame the text that the parser reads
     */
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

    /**
     * The text of a member of the data, as it arrived.
     *
     * @param value the member's value
     */
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
            // The offset is in characters, because the parser reads characters. It is behind the bracket.
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
