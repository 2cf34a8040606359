package videochatroom.room;

import java.util.Objects;
import java.util.Optional;
import videochatroom.config.RoomName;

/**
 * A client's request for a seat.
 *
 * @param extended whether the client speaks the extended protocol. One of the basic protocol cannot ask for an offer,
 *     and cannot take a seat again
 * @param resumeToken of the seat that the client claims
 * @param attempt a secret of the client, which it repeats with the same token, or with none, until it is answered
 * @param keepsConnection whether the client's media connections are still the same
 * @param waits whether the client wants a seat later if none is free now
 * @param onlyReturns whether the client wants no other seat than its own
 */
public record JoinRequest(
        RoomName room,
        boolean extended,
        Optional<String> resumeToken,
        Optional<String> attempt,
        boolean keepsConnection,
        boolean waits,
        boolean onlyReturns) {

    public JoinRequest {
        Objects.requireNonNull(room, "room");
        Objects.requireNonNull(resumeToken, "resumeToken");
        Objects.requireNonNull(attempt, "attempt");
    }

    /** What identifies a client without a token that fits: the answer to its first request may have been lost. */
    Seat.Key firstKey() {
        return new Seat.Key("", attempt);
    }

    /** The request of a client that has to give up its seat and waits for another one. */
    static JoinRequest again(RoomName room, boolean extended) {
        return new JoinRequest(room, extended, Optional.empty(), Optional.empty(), false, true, false);
    }
}
