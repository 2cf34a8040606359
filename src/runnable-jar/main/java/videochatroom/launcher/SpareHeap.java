package videochatroom.launcher;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption.Origin;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Has the JVM give back to the system what only its start and its busiest hours needed: left alone, G1 keeps that for
 * as long as it runs. By options that HotSpot lets a running process change, and only where nobody has set them on the
 * command line. With another collector there is one collection and no more: a heap made small would stay so under load.
 */
final class SpareHeap {

    /** What of the heap may be free after a collection of all of it, in percent, at least and at most. */
    private static final String AT_LEAST_FREE = "MinHeapFreeRatio";

    private static final String AT_MOST_FREE = "MaxHeapFreeRatio";

    /** A heap is worth a collection if it is so many times as large as when it was last made to fit. */
    private static final int WORTH_IT = 2;

    private static final long ONE_MINUTE = 60_000;

    private final HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    private long fittedBytes;
    private long collectionsSeen;

    /** Gives back what the start has left; and from now on, in quiet minutes, what busier ones have. */
    static void giveBack() {
        var heap = new SpareHeap();
        if (heap.canFit()) {
            heap.fit();
            heap.watch();
        } else {
            System.gc();
        }
    }

    boolean canFit() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .anyMatch(collector -> collector.getName().startsWith("G1"))
                && isUnset(AT_LEAST_FREE)
                && isUnset(AT_MOST_FREE);
    }

    /** To fit only for this once: under load a heap with so little to spare is collected more often than it need be. */
    void fit() {
        String atLeast = jvm.getVMOption(AT_LEAST_FREE).getValue();
        String atMost = jvm.getVMOption(AT_MOST_FREE).getValue();
        // in an order in which the lower bound is never above the upper one
        jvm.setVMOption(AT_LEAST_FREE, "5");
        jvm.setVMOption(AT_MOST_FREE, "10");
        System.gc();
        jvm.setVMOption(AT_MOST_FREE, atMost);
        jvm.setVMOption(AT_LEAST_FREE, atLeast);
        fittedBytes = bytes();
        collectionsSeen = collections();
    }

    /** Makes the heap fit if it is worth it, and nothing was collected since the last look: then little is done. */
    void look() {
        boolean quiet = collections() == collectionsSeen;
        if (quiet && bytes() > WORTH_IT * fittedBytes) {
            fit();
        }
        collectionsSeen = collections();
    }

    private void watch() {
        var look = new TimerTask() {
            @Override
            public void run() {
                look();
            }
        };
        new Timer("spare-heap", true).schedule(look, ONE_MINUTE, ONE_MINUTE);
    }

    /** How large the heap is at the moment, in use or not. */
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
