package videochatroom.protocol;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.util.function.Predicate;

/** What participants send one another through the server: the event, the member that carries it, and its shape. */
public enum RelayKind {
    /** An {@code RTCSessionDescriptionInit} of type offer. */
    OFFER("send_connection_offer", "offer", value -> isDescription(value, "offer")),
    /** An {@code RTCSessionDescriptionInit} of type answer. */
    ANSWER("answer", "answer", value -> isDescription(value, "answer")),
    /** An {@code RTCIceCandidateInit}, or null, by which clients of the basic protocol signal the end of candidates. */
    CANDIDATE("send_candidate", "candidate", RelayKind::isCandidate),
    /** Several candidates of a burst. */
    CANDIDATES("send_candidates", "candidates", RelayKind::areCandidates),
    /** Asks for an offer; true for one that restarts ICE. */
    OFFER_REQUEST("request_offer", "iceRestart", RelayKind::isBoolean);

    private final String event;
    private final String member;

    @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
    private final Predicate<JsonValue> shape;

    RelayKind(String event, String member, Predicate<JsonValue> shape) {
        this.event = event;
        this.member = member;
        this.shape = shape;
    }

    /** The event, which is the same in both directions. */
    public String event() {
        return event;
    }

    /** The member of the event's data that holds the payload. */
    public String member() {
        return member;
    }

    /**
     * The payload in an event's data.
     *
     * @throws ProtocolException if it is missing or has another shape
     */
    JsonValue payloadOf(JsonObject data) throws ProtocolException {
        JsonValue payload = data.get(member);
        if (payload == null && this == OFFER_REQUEST) {
            return JsonValue.FALSE;
        }
        if (payload == null || !shape.test(payload)) {
            throw new ProtocolException(ErrorCode.INVALID_DATA, event);
        }
        return payload;
    }

    private static boolean isDescription(JsonValue value, String type) {
        return value instanceof JsonObject description
                && description.get("type") instanceof JsonString actual
                && actual.getString().equals(type)
                && description.get("sdp") instanceof JsonString;
    }

    private static boolean isCandidate(JsonValue value) {
        return value.getValueType() == ValueType.NULL
                || (value instanceof JsonObject candidate && candidate.get("candidate") instanceof JsonString);
    }

    private static boolean areCandidates(JsonValue value) {
        return value instanceof JsonArray candidates
                && !candidates.isEmpty()
                && candidates.stream().allMatch(RelayKind::isCandidate);
    }

    private static boolean isBoolean(JsonValue value) {
        return value.getValueType() == ValueType.TRUE || value.getValueType() == ValueType.FALSE;
    }
}
