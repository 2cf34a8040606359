package videochatroom.operator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often an address has come with a wrong token: after {@link #BURST} times it has to wait, a second for each
 * further one, also with the right token, since whoever guesses would have it by chance. Others do not wait for it.
 * Thread-safe; remembers {@link #MAX_ADDRESSES} addresses at most.
 */
final class FailedAttempts {

    static final int BURST = 10;
    static final int MAX_ADDRESSES = 1000;

    private static final long NANOS_EACH = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanoTime;

    /** Until when the failures of an address are forgotten. */
    private final Map<String, Long> forgottenAt = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX_ADDRESSES;
        }
    };

    /** @param nanoTime a clock as {@link System#nanoTime} is one */
    FailedAttempts(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether an address has to wait. */
    synchronized boolean mustWait(String address) {
        return left(address) > (BURST - 1) * NANOS_EACH;
    }

    /** Takes note of one; tells whether it is the one with which waiting begins. */
    synchronized boolean add(String address) {
        long left = left(address) + NANOS_EACH;
        forgottenAt.put(address, nanoTime.getAsLong() + left);
        return left > (BURST - 1) * NANOS_EACH;
    }

    private long left(String address) {
        Long at = forgottenAt.get(address);
        return at == null ? 0 : Math.max(0, at - nanoTime.getAsLong());
    }
}
