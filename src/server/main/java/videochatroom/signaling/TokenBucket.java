package videochatroom.signaling;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Lets a burst through at once, and a steady rate in the long run. Not thread-safe. */
final class TokenBucket {

    private final int capacity;
    private final double tokensPerNano;
    private final LongSupplier nanoTime;

    private double tokens;
    private long filledAt;

    /**
     * A full bucket.
     *
     * @param capacity the burst, in tokens
     * @param perSecond the steady rate, in tokens
     * @param nanoTime a clock as {@link System#nanoTime} is one
     */
    TokenBucket(int capacity, int perSecond, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.tokensPerNano = (double) perSecond / TimeUnit.SECONDS.toNanos(1);
        this.nanoTime = nanoTime;
        this.tokens = capacity;
        this.filledAt = nanoTime.getAsLong();
    }

    /** Takes a token, if there is one. */
    boolean tryTake() {
        long now = nanoTime.getAsLong();
        tokens = Math.min(capacity, tokens + (now - filledAt) * tokensPerNano);
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
