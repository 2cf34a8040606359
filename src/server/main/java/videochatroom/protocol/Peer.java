package videochatroom.protocol;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.Objects;

/**
 * Another participant, as one participant is told of them, with the receiver's own part in the negotiation. Immutable.
 *
 * @param role the receiver's role
 * @param polite whether the receiver gives way when offers cross (perfect negotiation, W3C webrtc-pc, section 10.7)
 * @param extended whether the other participant's client speaks the extended protocol
 * @param present false while the other participant's socket is lost and their seat is kept; null in messages that say
 *     it by their event
 */
public record Peer(
        String participantId,
        Role role,
        boolean polite,
        @JsonbProperty("takesOfferRequests") boolean extended,
        Boolean present) {

    public Peer {
        Objects.requireNonNull(participantId, "participantId");
        Objects.requireNonNull(role, "role");
    }

    /** The same peer, for {@code joined}. */
    public Peer withPresent(boolean isPresent) {
        return new Peer(participantId, role, polite, extended, isPresent);
    }

    /** Which of two participants makes the offers (JSEP, RFC 8829). */
    public enum Role implements WireEnum {
        OFFERER,
        ANSWERER
    }
}
