package videochatroom.room;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import videochatroom.protocol.Peer;
import videochatroom.protocol.Peer.Role;

/**
 * A participant's seat in a room. Immutable: what happens to it makes a new one.
 *
 * @param participantId never given twice, but kept when the seat is resumed
 * @param takesOfferRequests see {@link JoinRequest}
 * @param serial of the resume token that fits
 * @param former what it was last taken with: the same again is the same client, whom the answer did not reach
 * @param ordinal how many tokens there were for it before this one
 * @param restoredWith the ordinal of the token of an earlier run of the server that was shown for it; negative: none
 *     was
 * @param client who sits there; empty: the seat is kept for him
 * @param emptySince when it was left, in nanoseconds as {@link System#nanoTime} counts them
 * @param announced whether the others believe him to be in the room
 */
record Seat(
        String participantId,
        boolean takesOfferRequests,
        String serial,
        Optional<Key> former,
        int ordinal,
        int restoredWith,
        Optional<Client> client,
        long emptySince,
        boolean announced) {

    /**
     * What somebody shows for a seat.
     *
     * @param serial of his token; empty: he has none yet
     * @param attempt what only he knows who shows it, and repeats until he is answered
     */
    record Key(String serial, Optional<String> attempt) {}

    private static final SecureRandom RANDOM = new SecureRandom();

    Seat {
        Objects.requireNonNull(participantId, "participantId");
        Objects.requireNonNull(former, "former");
        Objects.requireNonNull(client, "client");
    }

    /** A newcomer's. */
    static Seat of(Client client, JoinRequest request) {
        return new Seat(
                "p-" + random(),
                request.takesOfferRequests(),
                random(),
                Optional.of(request.firstKey()),
                0,
                -1,
                Optional.of(client),
                0,
                true);
    }

    /** One that was had in an earlier run of the server. */
    static Seat restored(Client client, String participantId, int shownOrdinal, Key key) {
        return new Seat(
                participantId,
                true,
                random(),
                Optional.of(key),
                shownOrdinal + 1,
                shownOrdinal,
                Optional.of(client),
                0,
                true);
    }

    /** Whether a token of an earlier run of the server was shown for it. */
    boolean proven() {
        return restoredWith >= 0;
    }

    /** Whether it was had for a token that had been used up before one of this ordinal was issued. */
    boolean isRestoredWithAnOlderThan(int shownOrdinal) {
        return proven() && restoredWith < shownOrdinal;
    }

    /** Whether this gets the seat. */
    boolean fits(Key shown) {
        return shown.serial().equals(serial)
                || (shown.attempt().isPresent() && former.filter(shown::equals).isPresent());
    }

    /** Taken again, so that what was shown fits no more, but for the same client. */
    Seat resumedBy(Client returning, Key shown) {
        return new Seat(
                participantId,
                takesOfferRequests,
                random(),
                Optional.of(shown),
                ordinal + 1,
                restoredWith,
                Optional.of(returning),
                0,
                true);
    }

    /** Kept, while its participant is away. */
    Seat emptied(long now, boolean stillAnnounced) {
        return new Seat(
                participantId,
                takesOfferRequests,
                serial,
                former,
                ordinal,
                restoredWith,
                Optional.empty(),
                now,
                stillAnnounced);
    }

    /**
     * This seat's participant as another one is told of him. The one who offers does not give way, unless the other one
     * can't.
     */
    Peer asSeenBy(Seat viewer, Role roleOfViewer) {
        boolean viewerGivesWay = viewer.takesOfferRequests && (roleOfViewer == Role.answerer || !takesOfferRequests);
        return new Peer(participantId, roleOfViewer, viewerGivesWay, takesOfferRequests, null);
    }

    /** 96 bits: nobody guesses them, and no two are alike. */
    static String random() {
        byte[] bits = new byte[12];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
