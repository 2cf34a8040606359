package videochatroom.launcher;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

class HeapTrimmerTest {

    private static final int MEGABYTE = 1024 * 1024;

    private final HeapTrimmer trimmer = new HeapTrimmer();

    @Test
    void returnsTheHeapOfABusyTimeInAnIdleOne() {
        assumeTrue(trimmer.canTrim(), "this JVM does not use G1, or the options are set");
        trimmer.trim();
        long trimmed = HeapTrimmer.bytes();
        growTo(3 * trimmed);
        long grown = HeapTrimmer.bytes();

        trimmer.check();
        assertTrue(HeapTrimmer.bytes() >= grown, "it was trimmed although something was collected since the last time");
        // This JVM may collect something between two checks.
        for (int checks = 0; checks < 10 && HeapTrimmer.bytes() > grown / 2; checks++) {
            trimmer.check();
        }
        assertTrue(HeapTrimmer.bytes() < grown / 2, () -> grown + " bytes, and then " + HeapTrimmer.bytes());
    }

    private static void growTo(long bytes) {
        Object[] held = {};
        while (HeapTrimmer.bytes() < bytes) {
            held = new Object[] {held, new byte[MEGABYTE / 4]};
        }
        assertTrue(held.length > 0, "the heap had grown before");
    }
}
