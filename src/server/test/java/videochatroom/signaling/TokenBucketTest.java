package videochatroom.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private final AtomicLong now = new AtomicLong(-1);
    private final TokenBucket bucket = new TokenBucket(3, 2, now::get);

    @Test
    void letsABurstThroughAndThenTheSteadyRate() {
        assertEquals(3, takenAtOnce());
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
        assertEquals(1, takenAtOnce());
    }

    @Test
    void holdsNoMoreThanItsBurst() {
        now.addAndGet(TimeUnit.DAYS.toNanos(1));
        assertEquals(3, takenAtOnce());
    }

    private int takenAtOnce() {
        int taken = 0;
        while (taken < 10 && bucket.tryTake()) {
            taken++;
        }
        return taken;
    }
}
