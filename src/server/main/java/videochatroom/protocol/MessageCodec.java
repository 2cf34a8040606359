package videochatroom.protocol;

import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Decodes and encodes messages. A message is a frame of text, {@code {"event": name, "data": value}}.
 *
 * <p>Thread-safe: it holds only factories, which are thread-safe by JSON-P and JSON-B.
 */
public final class MessageCodec {

    /** The maximum length of an unknown event's name in the answer, in characters. */
    private static final int MAX_ECHOED_NAME = 64;

    /** The maximum length of an attempt, in characters: it is kept with the seat. */
    private static final int MAX_ATTEMPT = 64;

    private final JsonProvider json = JsonProvider.provider();
    private final JsonParserFactory parsers = json.createParserFactory(Map.of());
    private final Jsonb jsonb = JsonbBuilder.create(new JsonbConfig().withSerializers(new WireEnumSerializer()));
    private final Map<String, DataReader> readersByEvent = new HashMap<>();
    private final Map<String, RelayKind> relayKindsByEvent = new HashMap<>();

    /** Makes a codec. This searches for the JSON providers, so one codec is shared. */
    public MessageCodec() {
        readersByEvent.put("join_room", MessageCodec::joinRoom);
        readersByEvent.put("leave_room", MessageCodec::leaveRoom);
        readersByEvent.put("look_at_room", MessageCodec::lookAtRoom);
        readersByEvent.put("request_ice_servers", data -> new ClientMessage.RequestIceServers());
        readersByEvent.put("call_connected", MessageCodec::callConnected);
        readersByEvent.put("ping", data -> new ClientMessage.Ping());
        Arrays.stream(RelayKind.values()).forEach(kind -> relayKindsByEvent.put(kind.event(), kind));
    }

    /**
     * Decodes a client's message.
     *
     * @throws ProtocolException if it is not a message of the protocol
     */
    public ClientMessage decode(String frame) throws ProtocolException {
        Envelope envelope = parse(frame);
        if (!(envelope.event() instanceof JsonString name)) {
            throw new ProtocolException(ErrorCode.UNKNOWN_EVENT, null);
        }
        String event = name.getString();
        RelayKind kind = relayKindsByEvent.get(event);
        if (kind != null) {
            return relay(kind, envelope);
        }
        DataReader reader = readersByEvent.get(event);
        if (reader == null) {
            throw new ProtocolException(
                    ErrorCode.UNKNOWN_EVENT, event.substring(0, Math.min(event.length(), MAX_ECHOED_NAME)));
        }
        return reader.read(envelope.data());
    }

    /** Encodes a message to a client. */
    public String encode(ServerMessage message) {
        return message instanceof ServerMessage.Relayed relayed
                ? relayed(relayed)
                : wellFormed(jsonb.toJson(new Frame(message.event(), message.data())));
    }

    /** Without JSON-B: the payload is JSON text already, and well-formed, because it was decoded from UTF-8. */
    private String relayed(ServerMessage.Relayed message) {
        return "{\"event\":\"" + message.event() + "\",\"data\":{\""
                + message.kind().member() + "\":"
                + message.payload() + ",\"from\":" + json.createValue(message.from()) + ",\"roomName\":"
                + json.createValue(message.roomName()) + "}}";
    }

    /**
     * Replaces unpaired surrogates by U+FFFD. JSON can escape them, but UTF-8 cannot encode them, so the receiver's
     * socket would fail.
     */
    private static String wellFormed(String text) {
        StringBuilder repaired = null;
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) {
                continue;
            }
            if (i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                i++;
                continue;
            }
            repaired = repaired == null ? new StringBuilder(text) : repaired;
            repaired.setCharAt(i, '\uFFFD');
        }
        return repaired == null ? text : repaired.toString();
    }

    private Envelope parse(String frame) throws ProtocolException {
        try (JsonParser parser = parsers.createParser(new StringReader(frame))) {
            if (parser.next() == JsonParser.Event.START_OBJECT) {
                Envelope envelope = Envelope.read(parser, frame, json);
                requireEnd(parser);
                return envelope;
            }
            if (parser.getValue() instanceof JsonStructure) {
                requireEnd(parser);
            }
        } catch (RuntimeException notJson) {
            // A JsonException in most cases, but a plain RuntimeException if the nesting is too deep.
            throw new ProtocolException(ErrorCode.NOT_JSON, null);
        }
        throw new ProtocolException(ErrorCode.NOT_AN_OBJECT, null);
    }

    /** {@code hasNext} throws if anything else than white space follows. A JsonReader would ignore it. */
    private static void requireEnd(JsonParser parser) throws ProtocolException {
        if (parser.hasNext()) {
            throw new ProtocolException(ErrorCode.NOT_JSON, null);
        }
    }

    private static ClientMessage joinRoom(JsonValue data) throws ProtocolException {
        if (data instanceof JsonString bareName) {
            return ClientMessage.JoinRoom.bare(bareName.getString());
        }
        var members = new Members(data, "join_room");
        return new ClientMessage.JoinRoom(
                members.text("roomName").orElseThrow(members::invalid),
                true,
                members.text("resumeToken"),
                members.text("attempt").filter(attempt -> attempt.length() <= MAX_ATTEMPT),
                members.flag("keepsConnection"),
                members.flag("waits"),
                members.flag("onlyReturns"));
    }

    private static ClientMessage leaveRoom(JsonValue data) throws ProtocolException {
        boolean plain = data.getValueType() == JsonValue.ValueType.NULL;
        return new ClientMessage.LeaveRoom(!plain && new Members(data, "leave_room").flag("mayReturn"));
    }

    private static ClientMessage callConnected(JsonValue data) throws ProtocolException {
        var members = new Members(data, "call_connected");
        String path = members.text("path").orElseThrow(members::invalid);
        if (!path.equals("direct") && !path.equals("relayed")) {
            throw members.invalid();
        }
        int maxMillis = (int) ClientMessage.CallConnected.MAX_TIME.toMillis();
        return new ClientMessage.CallConnected(
                Duration.ofMillis(members.wholeNumber("milliseconds", maxMillis)), path.equals("relayed"));
    }

    private static ClientMessage lookAtRoom(JsonValue data) throws ProtocolException {
        var members = new Members(data, "look_at_room");
        return new ClientMessage.LookAtRoom(members.text("roomName").orElseThrow(members::invalid));
    }

    private static ClientMessage relay(RelayKind kind, Envelope envelope) throws ProtocolException {
        var members = new Members(envelope.data(), kind.event());
        JsonValue payload = kind.payloadOf(members.object());
        return new ClientMessage.Relay(kind, envelope.textOf(kind.member(), payload), members.text("to"));
    }

    /** The shape of a message to a client. Public, because JSON-B reads public types only. */
    @JsonbPropertyOrder({"event", "data"})
    public record Frame(String event, Object data) {}

    /** Writes enums by their names on the wire. */
    private static final class WireEnumSerializer implements JsonbSerializer<WireEnum> {
        @Override
        public void serialize(WireEnum constant, JsonGenerator generator, SerializationContext context) {
            generator.write(constant.wireName());
        }
    }

    @FunctionalInterface
    private interface DataReader {
        ClientMessage read(JsonValue data) throws ProtocolException;
    }
}
