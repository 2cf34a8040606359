package videochatroom.room;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import videochatroom.protocol.Peer;
import videochatroom.protocol.Peer.Role;

/**
 * A participant's seat in a room. Immutable: each change makes a new one.
 *
 * @param participantId never given twice; a seat that is resumed keeps it
 * @param extended whether the client speaks the extended protocol, see {@link JoinRequest}
 * @param serial of the resume token that gets the seat
 * @param former the key with which the seat was last taken. The same key again is the same client, which has not
 *     received the answer
 * @param ordinal the number of tokens that the seat had before this one
 * @param restoredWith the ordinal of the token of the previous run that was shown for the seat; negative if there was
 *     none
 * @param client of the participant; empty while the seat is kept for them
 * @param emptySince when the client left, in nanoseconds of {@link System#nanoTime}
 * @param announced whether the other participant has been told that this one is in the room
 */
record Seat(
        String participantId,
        boolean extended,
        String serial,
        Optional<Key> former,
        int ordinal,
        int restoredWith,
        Optional<Client> client,
        long emptySince,
        boolean announced) {

    /**
     * What a client shows to get a seat.
     *
     * @param serial of its token; the empty string if it has none yet
     * @param attempt a secret of the client, which it repeats until it is answered
     */
    record Key(String serial, Optional<String> attempt) {}

    private static final SecureRandom RANDOM = new SecureRandom();

    Seat {
        Objects.requireNonNull(participantId, "participantId");
        Objects.requireNonNull(former, "former");
        Objects.requireNonNull(client, "client");
    }

    /** The seat of a newcomer. */
    static Seat of(Client client, JoinRequest request) {
        return new Seat(
                "p-" + random(),
                request.extended(),
                random(),
                Optional.of(request.firstKey()),
                0,
                -1,
                Optional.of(client),
                0,
                true);
    }

    /** A seat of the previous run, made again. */
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

    /** Whether a token of the previous run was shown for this seat. */
    boolean proven() {
        return restoredWith >= 0;
    }

    /** Whether the seat was restored with a token that was spent before one of this ordinal was issued. */
    boolean isRestoredWithAnOlderThan(int shownOrdinal) {
        return proven() && restoredWith < shownOrdinal;
    }

    /** Whether this key gets the seat. */
    boolean fits(Key shown) {
        return shown.serial().equals(serial)
                || (shown.attempt().isPresent() && former.filter(shown::equals).isPresent());
    }

    /** The seat, taken again. The key that was shown does not fit any more, except for the same attempt. */
    Seat resumedBy(Client returning, Key shown) {
        return new Seat(
                participantId,
                extended,
                random(),
                Optional.of(shown),
                ordinal + 1,
                restoredWith,
                Optional.of(returning),
                0,
                true);
    }

    /** The seat, kept while its participant is away. */
    Seat emptied(long now, boolean stillAnnounced) {
        return new Seat(
                participantId, extended, serial, former, ordinal, restoredWith, Optional.empty(), now, stillAnnounced);
    }

    /**
     * This seat's participant, as another one is told of them. Of two extended clients the answerer is polite. A client
     * of the basic protocol never is; towards it, the extended one is.
     */
    Peer asSeenBy(Seat viewer, Role roleOfViewer) {
        boolean viewerGivesWay = viewer.extended && (roleOfViewer == Role.ANSWERER || !extended);
        return new Peer(participantId, roleOfViewer, viewerGivesWay, extended, null);
    }

    /** 96 random bits, which nobody can guess. No two are alike. */
    static String random() {
        byte[] bits = new byte[12];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
