package videochatroom.signaling;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A rate limit: allows a burst at once, and a steady rate in the long run. Not thread-safe. */
final class TokenBucket {

    private final int capacity;
    private final double tokensPerNano;
    private final LongSupplier nanoTime;

    private double tokens;
    private long filledAt;

    /**
     * Makes a full bucket.
     *
     * @param capacity the burst, in tokens
     * @param perSecond the steady rate, in tokens a second
     * @param nanoTime a clock like {@link System#nanoTime}
     */
    TokenBucket(int capacity, int perSecond, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.tokensPerNano = (double) perSecond / TimeUnit.SECONDS.toNanos(1);
        this.nanoTime = nanoTime;
        this.tokens = capacity;
        this.filledAt = nanoTime.getAsLong();
    }

    /** Takes a token. Returns false if there is none. */
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
