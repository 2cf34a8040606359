package videochatroom.protocol;

import java.util.Objects;

/**
 * Another participant as one participant is told of him, and the receiver's own part in their negotiation.
 *
 * @param role the receiver's role
 * @param polite whether the receiver gives way when offers cross (W3C webrtc-pc, perfect negotiation)
 * @param takesOfferRequests whether the other participant understands {@code request_offer}
 * @param present false while his socket is lost and his seat is kept; null where it goes without saying
 */
public record Peer(String participantId, Role role, boolean polite, boolean takesOfferRequests, Boolean present) {

    public Peer {
        Objects.requireNonNull(participantId, "participantId");
        Objects.requireNonNull(role, "role");
    }

    /** The same, of one among those who are or were there already. */
    public Peer withPresent(boolean whether) {
        return new Peer(participantId, role, polite, takesOfferRequests, whether);
    }

    /** Who of two starts a negotiation (JSEP, RFC 8829, section 4.1.8). */
    public enum Role {
        offerer,
        answerer
    }
}
