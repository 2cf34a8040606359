package videochatroom.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FailedAttemptsTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final FailedAttempts failed = new FailedAttempts(now::get);

    @Test
    void anAddressThatGuessesHasToWaitAndOthersDoNot() {
        for (int i = 1; i < FailedAttempts.BURST; i++) {
            assertFalse(failed.add("192.0.2.1"));
            assertFalse(failed.mustWait("192.0.2.1"), "after " + i);
        }
        assertTrue(failed.add("192.0.2.1"), "waiting begins");
        assertTrue(failed.mustWait("192.0.2.1"));
        assertFalse(failed.mustWait("192.0.2.2"));

        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertFalse(failed.mustWait("192.0.2.1"));
        failed.add("192.0.2.1");
        assertTrue(failed.mustWait("192.0.2.1"), "one a second in the long run");
    }

    @Test
    void failuresAreForgotten() {
        for (int i = 0; i < FailedAttempts.BURST; i++) {
            failed.add("192.0.2.1");
        }
        now.addAndGet(TimeUnit.SECONDS.toNanos(FailedAttempts.BURST));
        int more = 1;
        while (!failed.add("192.0.2.1")) {
            more++;
        }
        assertEquals(FailedAttempts.BURST, more);
    }

    @Test
    void theNumberOfAddressesIsLimited() {
        for (int i = 0; i < FailedAttempts.BURST; i++) {
            failed.add("192.0.2.1");
        }
        for (int i = 0; i < FailedAttempts.MAX_ADDRESSES; i++) {
            failed.add("2001:db8::" + Integer.toHexString(i));
        }
        assertFalse(failed.mustWait("192.0.2.1"), "the least recent address is forgotten");
    }
}
