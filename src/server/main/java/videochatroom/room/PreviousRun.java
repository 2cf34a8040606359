package videochatroom.room;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import videochatroom.room.ResumeTokens.Claim;

/**
 * The previous run of the server: its resume tokens get their seats again for as long as the seat of a lost socket is
 * kept (decision 5). Thread-safe.
 */
final class PreviousRun {

    private final Duration grace;
    private final LongSupplier nanoTime;
    private final long endedAt;
    /** Serials of tokens that were shown: none of them gets a seat twice. */
    private final Set<String> spent = ConcurrentHashMap.newKeySet();

    /**
     * The previous run has just ended.
     *
     * @param grace the setting {@code seat.grace}
     * @param nanoTime a clock like {@link System#nanoTime}
     */
    PreviousRun(Duration grace, LongSupplier nanoTime) {
        this.grace = grace;
        this.nanoTime = nanoTime;
        this.endedAt = nanoTime.getAsLong();
    }

    /** Whether participants of that run may still return. */
    boolean mayReturn() {
        return nanoTime.getAsLong() - endedAt <= grace.toNanos();
    }

    /** Whether a token was issued by that run and still gets its seat. */
    boolean issued(Claim claim) {
        return mayReturn() && !claim.ofThisRun() && !spent.contains(claim.serial());
    }

    /**
     * Whether a token gets a seat that this run does not know yet. A room holds as many participants as have shown such
     * a token.
     */
    boolean hasSeatFor(Claim claim, Room room) {
        return issued(claim)
                && room.seatOf(claim.participantId()).isEmpty()
                && room.seats().stream().filter(Seat::proven).count() < Room.CAPACITY;
    }

    /** A token was shown. It gets no seat any more. */
    void spend(Claim claim) {
        spent.add(claim.serial());
    }
}
