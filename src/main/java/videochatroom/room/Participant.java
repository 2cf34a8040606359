package videochatroom.room;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import videochatroom.protocol.Peer;
import videochatroom.protocol.Peer.Role;

/**
 * Somebody in a room, or on the way into one. Immutable.
 *
 * @param id never given twice
 * @param takesOfferRequests whether his client understands {@code request_offer}; if not, it knows the original's
 *     protocol alone, which has no way out of crossing offers
 * @param outbox how to reach him
 */
public record Participant(String id, boolean takesOfferRequests, Outbox outbox) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public Participant {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(outbox, "outbox");
    }

    /** A participant with a new id of 96 random bits. */
    public static Participant arriving(boolean takesOfferRequests, Outbox outbox) {
        byte[] bits = new byte[12];
        RANDOM.nextBytes(bits);
        String id = "p-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        return new Participant(id, takesOfferRequests, outbox);
    }

    /**
     * This participant as another one is told of him. Whoever was in the room first offers. The one who offers does not
     * give way, unless the other one can't.
     */
    Peer asSeenBy(Participant viewer, Role roleOfViewer) {
        boolean viewerGivesWay = viewer.takesOfferRequests && (roleOfViewer == Role.answerer || !takesOfferRequests);
        return new Peer(id, roleOfViewer, viewerGivesWay, takesOfferRequests);
    }

    /** Two are the same if their id is. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Participant participant && id.equals(participant.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
