package videochatroom.operator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Limits attempts with a wrong token, for each IP address (a token bucket). After {@link #BURST} of them an address may
 * try once a second. While it has to wait, the right token is refused too, because a guess can be right by chance.
 * Other addresses do not wait. Thread-safe. Remembers {@link #MAX_ADDRESSES} addresses at most.
 */
final class FailedAttempts {

    static final int BURST = 10;
    static final int MAX_ADDRESSES = 1000;

    private static final long NANOS_PER_ATTEMPT = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanoTime;

    /**
     * When all failures of an address will be forgotten, in nanoseconds of the clock; the least recent address first.
     */
    private final Map<String, Long> forgottenAt = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX_ADDRESSES;
        }
    };

    /** @param nanoTime a clock like {@link System#nanoTime} */
    FailedAttempts(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether an address has to wait. */
    synchronized boolean mustWait(String address) {
        return nanosLeft(address) > (BURST - 1) * NANOS_PER_ATTEMPT;
    }

    /** Counts a failed attempt. Returns whether the address has to wait from now on. */
    synchronized boolean add(String address) {
        long left = nanosLeft(address) + NANOS_PER_ATTEMPT;
        forgottenAt.put(address, nanoTime.getAsLong() + left);
        return left > (BURST - 1) * NANOS_PER_ATTEMPT;
    }

    private long nanosLeft(String address) {
        Long at = forgottenAt.get(address);
        return at == null ? 0 : Math.max(0, at - nanoTime.getAsLong());
    }
}
