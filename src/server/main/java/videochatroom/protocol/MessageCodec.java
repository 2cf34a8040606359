package videochatroom.protocol;

import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Frames to messages and back. A frame is {@code {"event": name, "data": value}}.
 *
 * <p>Thread-safe: holds nothing but factories, which are (JSON-P and JSON-B say so of theirs).
 */
public final class MessageCodec {

    /** What an unknown event's name is cut to in the answer, in characters. */
    private static final int MAX_ECHOED_NAME = 64;

    /** What an attempt may have, in characters: it is kept with the seat. */
    private static final int MAX_ATTEMPT = 64;

    private final JsonProvider json = JsonProvider.provider();
    private final JsonParserFactory parsers = json.createParserFactory(Map.of());
    private final Jsonb jsonb = JsonbBuilder.create();
    private final Map<String, DataReader> readersByEvent = new HashMap<>();
    private final Map<String, RelayKind> relayKindsByEvent = new HashMap<>();

    /** Makes a codec; costs a search for the JSON providers, so one is shared. */
    public MessageCodec() {
        readersByEvent.put("join_room", MessageCodec::joinRoom);
        readersByEvent.put("leave_room", MessageCodec::leaveRoom);
        readersByEvent.put("look_at_room", MessageCodec::lookAtRoom);
        readersByEvent.put("request_ice_servers", data -> new ClientMessage.RequestIceServers());
        readersByEvent.put("call_connected", MessageCodec::callConnected);
        readersByEvent.put("ping", data -> new ClientMessage.Ping());
        Arrays.stream(RelayKind.values()).forEach(kind -> relayKindsByEvent.put(kind.event(), kind));
    }

    /** Reads a client's frame; throws {@link ProtocolException} for whatever the protocol does not know. */
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

    /** Writes a frame for a client. */
    public String encode(ServerMessage message) {
        return message instanceof ServerMessage.Relayed relayed
                ? relayed(relayed)
                : wellFormed(jsonb.toJson(new Frame(message.event(), dataOf(message))));
    }

    /** By hand, since the payload is JSON text already, as it came out of UTF-8. */
    private String relayed(ServerMessage.Relayed message) {
        return "{\"event\":\"" + message.event() + "\",\"data\":{\""
                + message.kind().member() + "\":"
                + message.payload() + ",\"from\":" + json.createValue(message.from()) + ",\"roomName\":"
                + json.createValue(message.roomName()) + "}}";
    }

    /**
     * Puts U+FFFD where half a surrogate pair is: JSON can name one by an escape, UTF-8 has none, and so the socket of
     * whoever it is sent to would break.
     */
    private static String wellFormed(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) {
                continue;
            }
            if (i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                i++;
                continue;
            }
            mended = mended == null ? new StringBuilder(text) : mended;
            mended.setCharAt(i, '\uFFFD');
        }
        return mended == null ? text : mended.toString();
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
            // JsonException for most, but a plain RuntimeException for what is nested too deep
            throw new ProtocolException(ErrorCode.NOT_JSON, null);
        }
        throw new ProtocolException(ErrorCode.NOT_AN_OBJECT, null);
    }

    /** Asking throws where something follows, which a JsonReader would overlook. */
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
                members.flag("waits"));
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
        int longest = (int) ClientMessage.CallConnected.LONGEST.toMillis();
        return new ClientMessage.CallConnected(
                Duration.ofMillis(members.wholeNumber("milliseconds", longest)), path.equals("relayed"));
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

    /** The data of an event: what JSON-B writes of it; null where the event says it all. */
    private Object dataOf(ServerMessage message) {
        if (message instanceof ServerMessage.AnotherPersonReady ready) {
            return ready.peer();
        }
        if (message instanceof ServerMessage.Joined joined) {
            return new JoinedData(
                    joined.roomName(),
                    joined.participantId(),
                    joined.ice().servers(),
                    joined.ice().transportPolicy().name(),
                    joined.resumeToken(),
                    joined.resumed(),
                    joined.others());
        }
        if (message instanceof ServerMessage.ParticipantReturned returned) {
            Peer peer = returned.peer();
            return new ReturnedData(
                    peer.participantId(),
                    peer.role(),
                    peer.polite(),
                    peer.takesOfferRequests(),
                    returned.keepsConnection());
        }
        if (message instanceof ServerMessage.ParticipantLeft left) {
            return new LeftData(left.participantId(), left.reason().text());
        }
        if (message instanceof ServerMessage.Refusal refusal) {
            return new ErrorData(refusal.code().code(), refusal.code().message(), refusal.refusedEvent());
        }
        if (message instanceof ServerMessage.Pong) {
            return null;
        }
        return message;
    }

    /** The frame's shape. Public, as are those below, since JSON-B reads public types only. */
    @JsonbPropertyOrder({"event", "data"})
    public record Frame(String event, Object data) {}

    /** The data of {@code joined}. */
    public record JoinedData(
            String roomName,
            String participantId,
            List<IceServer> iceServers,
            String iceTransportPolicy,
            String resumeToken,
            boolean resumed,
            List<Peer> others) {}

    /** The data of {@code participant_returned}. */
    public record ReturnedData(
            String participantId,
            Peer.Role role,
            boolean polite,
            boolean takesOfferRequests,
            boolean keepsConnection) {}

    /** The data of {@code participant_left}. */
    public record LeftData(String participantId, String reason) {}

    /** The data of {@code error}. */
    public record ErrorData(String code, String message, String event) {}

    @FunctionalInterface
    private interface DataReader {
        ClientMessage read(JsonValue data) throws ProtocolException;
    }
}
