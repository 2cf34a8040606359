package videochatroom.protocol;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/** The members of an event's data. A member may be missing, but must not have another type. Immutable. */
final class Members {

    private final JsonObject object;
    private final String event;

    /** @throws ProtocolException if the data is not an object */
    Members(JsonValue data, String event) throws ProtocolException {
        this.event = event;
        if (!(data instanceof JsonObject members)) {
            throw invalid();
        }
        this.object = members;
    }

    JsonObject object() {
        return object;
    }

    /** A string; empty if it is missing. */
    Optional<String> text(String member) throws ProtocolException {
        JsonValue value = object.get(member);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof JsonString text)) {
            throw invalid();
        }
        return Optional.of(text.getString());
    }

    /** A boolean; false if it is missing. */
    boolean flag(String member) throws ProtocolException {
        JsonValue value = object.getOrDefault(member, JsonValue.FALSE);
        if (value.getValueType() != JsonValue.ValueType.TRUE && value.getValueType() != JsonValue.ValueType.FALSE) {
            throw invalid();
        }
        return value.getValueType() == JsonValue.ValueType.TRUE;
    }

    /** A whole number from 0 to a maximum. It must not be missing. */
    int wholeNumber(String member, int max) throws ProtocolException {
        if (!(object.get(member) instanceof JsonNumber number)
                || number.doubleValue() < 0
                || number.doubleValue() > max
                || number.doubleValue() != Math.rint(number.doubleValue())) {
            throw invalid();
        }
        return (int) number.doubleValue();
    }

    /** The refusal of this event for its data. */
    ProtocolException invalid() {
        return new ProtocolException(ErrorCode.INVALID_DATA, event);
    }
}
