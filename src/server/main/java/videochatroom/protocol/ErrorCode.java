package videochatroom.protocol;

/** Why a frame is refused: a stable code for programs, and a sentence for people. */
public enum ErrorCode implements WireEnum {
    NOT_JSON("The message is not JSON."),
    NOT_AN_OBJECT("The message is JSON, but not an object with the members event and data."),
    UNKNOWN_EVENT("There is no event of this name."),
    INVALID_DATA("The data of this event is missing or has another shape than the protocol says."),
    INVALID_ROOM_NAME("A room name has 1 to 64 letters and digits of any script, hyphens and underscores."),
    ALREADY_JOINED("This connection is in a room already. Leave that first."),
    NOT_JOINED("This connection is in no room. Join one first."),
    SEAT_GONE("This seat is no longer kept. Join without onlyReturns to take another one."),
    MESSAGE_TOO_LARGE("The message is larger than this server accepts."),
    TOO_MANY_MESSAGES("Messages come faster than this server accepts. This one was dropped."),
    BINARY_NOT_SUPPORTED("The protocol has text messages only."),
    TOO_MANY_ROOMS("This server holds as many rooms as it may. Try again later."),
    INTERNAL_ERROR("The server failed to handle this message. Its log says why.");

    private final String message;

    ErrorCode(String message) {
        this.message = message;
    }

    /** One English sentence. */
    public String message() {
        return message;
    }
}
