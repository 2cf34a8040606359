package videochatroom.protocol;

/** Why a participant is gone. */
public enum LeaveReason {
    /** By his own wish. */
    LEFT("left"),
    /** His socket closed, or fell silent. */
    CONNECTION_LOST("connection_lost"),
    /** The server closed his socket, since he broke a limit. */
    REMOVED("removed");

    private final String text;

    LeaveReason(String text) {
        this.text = text;
    }

    /** The reason as the protocol writes it. */
    public String text() {
        return text;
    }
}
