package videochatroom.protocol;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/** The members of an event's data, each of which may be missing but not of another type. */
final class Members {

    private final JsonObject object;
    private final String event;

    /** Throws {@link ProtocolException} where the data is not an object. */
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

    /** A boolean; false where it is missing. */
    boolean flag(String member) throws ProtocolException {
        JsonValue value = object.getOrDefault(member, JsonValue.FALSE);
        if (value.getValueType() != JsonValue.ValueType.TRUE && value.getValueType() != JsonValue.ValueType.FALSE) {
            throw invalid();
        }
        return value.getValueType() == JsonValue.ValueType.TRUE;
    }

    /** A whole number from 0 on, which may not be missing. */
    int wholeNumber(String member, int atMost) throws ProtocolException {
        if (!(object.get(member) instanceof JsonNumber number)
                || number.doubleValue() < 0
                || number.doubleValue() > atMost
                || number.doubleValue() != Math.rint(number.doubleValue())) {
            throw invalid();
        }
        return (int) number.doubleValue();
    }

    ProtocolException invalid() {
        return new ProtocolException(ErrorCode.INVALID_DATA, event);
    }
}
