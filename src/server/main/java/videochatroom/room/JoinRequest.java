package videochatroom.room;

import java.util.Objects;
import java.util.Optional;

/**
 * Somebody asks for a seat.
 *
 * @param takesOfferRequests whether the client understands {@code request_offer}; if not, it knows the original's
 *     protocol alone, which has no way out of crossing offers and no way to take a seat again
 * @param resumeToken of the seat he says to have had
 * @param attempt what only he knows, and repeats with the same token, or with none, until he is answered
 * @param keepsConnection whether his media connections are those of before
 * @param waits whether he is to be seated later, if there is no seat now
 */
public record JoinRequest(
        RoomName room,
        boolean takesOfferRequests,
        Optional<String> resumeToken,
        Optional<String> attempt,
        boolean keepsConnection,
        boolean waits) {

    public JoinRequest {
        Objects.requireNonNull(room, "room");
        Objects.requireNonNull(resumeToken, "resumeToken");
        Objects.requireNonNull(attempt, "attempt");
    }

    /** What he shows who has no token, or none that fits: an answer to his first request may have been lost. */
    Seat.Key firstKey() {
        return new Seat.Key("", attempt);
    }

    /** Of somebody who had a seat, and may have it again when those have theirs who were there before him. */
    static JoinRequest again(RoomName room, boolean takesOfferRequests) {
        return new JoinRequest(room, takesOfferRequests, Optional.empty(), Optional.empty(), false, true);
    }
}
