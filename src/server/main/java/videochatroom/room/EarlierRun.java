package videochatroom.room;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import videochatroom.room.ResumeTokens.Claim;

/**
 * What a restart of the server has left of the run before it: tokens, whose seats can be had back for as long as a seat
 * is kept. Thread-safe.
 */
final class EarlierRun {

    private final Duration grace;
    private final LongSupplier nanoTime;
    private final long endedAt;
    /** Serials of tokens that were shown: none gets a seat twice. */
    private final Set<String> spent = ConcurrentHashMap.newKeySet();

    /** It has just ended. */
    EarlierRun(Duration grace, LongSupplier nanoTime) {
        this.grace = grace;
        this.nanoTime = nanoTime;
        this.endedAt = nanoTime.getAsLong();
    }

    /** Whether somebody may still come back who lost his socket when the server stopped. */
    boolean mayReturn() {
        return nanoTime.getAsLong() - endedAt <= grace.toNanos();
    }

    /** Whether a token is of that run, and still gets its seat. */
    boolean issued(Claim claim) {
        return mayReturn() && !claim.ofThisRun() && !spent.contains(claim.serial());
    }

    /** The same, where the seat has to be made anew: a room holds as many as have proven to have been there. */
    boolean hasSeatFor(Claim claim, Room room) {
        return issued(claim)
                && room.seatOf(claim.participantId()).isEmpty()
                && room.seats().stream().filter(Seat::proven).count() < Room.CAPACITY;
    }

    /** A token was shown, and gets nothing any more. */
    void spend(Claim claim) {
        spent.add(claim.serial());
    }
}
