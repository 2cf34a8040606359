package videochatroom.ice.stun;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A point in time, by {@link System#nanoTime}. Immutable. */
public final class Deadline {

    private final long nanoTime;

    private Deadline(long nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The point this long from now. */
    public static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** The point this long after this one. */
    public Deadline plus(Duration duration) {
        return new Deadline(nanoTime + duration.toNanos());
    }

    /** The earlier of this point and the one this long from now. */
    Deadline orIn(Duration duration) {
        Deadline other = in(duration);
        return other.nanoTime - nanoTime < 0 ? other : this;
    }

    boolean isOver() {
        return nanoTime - System.nanoTime() <= 0;
    }

    /**
     * The time left, at least 1: a socket takes a timeout of 0 for none.
     *
     * @throws SocketTimeoutException if no time is left
     */
    int remainingMillis() throws SocketTimeoutException {
        long left = nanoTime - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("too late");
        }
        return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(left));
    }
}
