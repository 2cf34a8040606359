package videochatroom.launcher;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption.Origin;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Returns heap to the operating system that only the start or a busy time needed. G1 by itself keeps it for as long as
 * the JVM runs. It uses options that HotSpot can change at runtime, and only if they are not set on the command line.
 * With another collector it only collects once, because a heap that was made small would stay small under load.
 *
 * <p>Not thread-safe: after {@link #start} only its own timer uses it.
 */
final class HeapTrimmer {

    /** How much of the heap is free after a full collection, in percent: the lower bound. */
    private static final String MIN_FREE = "MinHeapFreeRatio";

    /** The upper bound. */
    private static final String MAX_FREE = "MaxHeapFreeRatio";

    /** The heap is trimmed if it is this many times as large as after the last time. */
    private static final int TRIM_FACTOR = 2;

    private static final long INTERVAL_MILLIS = 60_000;

    private final HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    private long trimmedBytes;
    private long collectionsSeen;

    /** Trims the heap now, and from now on after quiet minutes. */
    static void start() {
        var heap = new HeapTrimmer();
        if (heap.canTrim()) {
            heap.trim();
            heap.startTimer();
        } else {
            System.gc();
        }
    }

    /** Whether the collector is G1 and its options are not set. */
    boolean canTrim() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .anyMatch(collector -> collector.getName().startsWith("G1"))
                && isUnset(MIN_FREE)
                && isUnset(MAX_FREE);
    }

    /**
     * Makes the heap as small as its content allows. The options are set for this one collection: under load, a heap
     * with so little free space would be collected more often than necessary.
     */
    void trim() {
        String min = jvm.getVMOption(MIN_FREE).getValue();
        String max = jvm.getVMOption(MAX_FREE).getValue();
        // In this order the lower bound is never above the upper one.
        jvm.setVMOption(MIN_FREE, "5");
        jvm.setVMOption(MAX_FREE, "10");
        System.gc();
        jvm.setVMOption(MAX_FREE, max);
        jvm.setVMOption(MIN_FREE, min);
        trimmedBytes = bytes();
        collectionsSeen = collections();
    }

    /**
     * Trims the heap if it has grown enough, and if nothing was collected since the last check: then the server is
     * idle.
     */
    void check() {
        boolean idle = collections() == collectionsSeen;
        if (idle && bytes() > TRIM_FACTOR * trimmedBytes) {
            trim();
        }
        collectionsSeen = collections();
    }

    private void startTimer() {
        var check = new TimerTask() {
            @Override
            public void run() {
                HeapTrimmer.this.check();
            }
        };
        new Timer("heap-trimmer", true).schedule(check, INTERVAL_MILLIS, INTERVAL_MILLIS);
    }

    /** The size of the heap, used and free, in bytes. */
    static long bytes() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    private boolean isUnset(String option) {
        return jvm.getVMOption(option).getOrigin() == Origin.DEFAULT;
    }
}
