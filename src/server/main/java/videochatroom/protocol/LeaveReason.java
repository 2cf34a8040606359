package videochatroom.protocol;

/** Why a participant has left. */
public enum LeaveReason implements WireEnum {
    /** They have left by themselves. */
    LEFT,
    /** Their socket was lost and they did not return in time. */
    CONNECTION_LOST,
    /**
     * The server closed their socket because of a limit. Also if the receiver of the message loses the seat to a
     * participant of the previous run.
     */
    REMOVED
}
