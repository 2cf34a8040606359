package videochatroom.launcher;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

class SpareHeapTest {

    private static final int MEGABYTE = 1024 * 1024;

    private final SpareHeap heap = new SpareHeap();

    @Test
    void whatABusyTimeHasLeftIsGivenBackInAQuietOne() {
        assumeTrue(heap.canFit(), "this JVM has another collector than G1, or its heap is set");
        heap.fit();
        long fitted = SpareHeap.bytes();
        growTo(3 * fitted);
        long grown = SpareHeap.bytes();

        heap.look();
        assertTrue(SpareHeap.bytes() >= grown, "something was collected since it was made to fit: it was not quiet");
        // this JVM may collect something for others between two looks
        for (int looks = 0; looks < 10 && SpareHeap.bytes() > grown / 2; looks++) {
            heap.look();
        }
        assertTrue(SpareHeap.bytes() < grown / 2, () -> grown + " bytes, and then " + SpareHeap.bytes());
    }

    private static void growTo(long bytes) {
        Object[] held = {};
        while (SpareHeap.bytes() < bytes) {
            held = new Object[] {held, new byte[MEGABYTE / 4]};
        }
        assertTrue(held.length > 0, "it had grown already");
    }
}
