package videochatroom.protocol;

/** A frame is refused. It has no stack trace: it is an answer to a client, not a fault of the server. */
public final class ProtocolException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String refusedEvent;

    /**
     * Refuses a frame.
     *
     * @param refusedEvent the event of the frame; null if it could not be read
     */
    public ProtocolException(ErrorCode code, String refusedEvent) {
        super(code.message(), null, false, false);
        this.code = code;
        this.refusedEvent = refusedEvent;
    }

    /** The answer to the client. */
    public ServerMessage.Refusal refusal() {
        return new ServerMessage.Refusal(code, refusedEvent);
    }
}
