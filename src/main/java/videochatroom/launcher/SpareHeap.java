package videochatroom.launcher;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption.Origin;
import java.lang.management.ManagementFactory;

/**
 * Has the JVM give back to the system what only its start and its busiest hours needed: left alone, G1 keeps that for
 * as long as it runs. By options that HotSpot lets a running process change, and of those only what nobody has set on
 * the command line. With another collector there is one collection and no more: a heap made small would stay so under
 * load.
 */
final class SpareHeap {

    /** What of the heap may be free after a collection of all of it, in percent, at least and at most. */
    private static final String AT_LEAST_FREE = "MinHeapFreeRatio";

    private static final String AT_MOST_FREE = "MaxHeapFreeRatio";

    /** After how many milliseconds without a collection G1 makes one, and gives back what is spare then. */
    private static final String IDLE_INTERVAL = "G1PeriodicGCInterval";

    private static final String ONE_MINUTE = "60000";

    private final HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    private SpareHeap() {}

    /**
     * Gives back what the start has left; and from now on, after a minute in which nothing was collected, what is free
     * above the JVM's own bound, which is 70 percent of the heap.
     */
    static void giveBack() {
        boolean g1 = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .anyMatch(collector -> collector.getName().startsWith("G1"));
        if (g1) {
            var heap = new SpareHeap();
            heap.collectWhenIdle();
            if (heap.isUnset(AT_LEAST_FREE) && heap.isUnset(AT_MOST_FREE)) {
                heap.collectToFit();
                return;
            }
        }
        System.gc();
    }

    /** To fit only for this once: under load a heap with so little to spare is collected more often than it need be. */
    private void collectToFit() {
        String atLeast = jvm.getVMOption(AT_LEAST_FREE).getValue();
        String atMost = jvm.getVMOption(AT_MOST_FREE).getValue();
        // in an order in which the lower bound is never above the upper one
        jvm.setVMOption(AT_LEAST_FREE, "5");
        jvm.setVMOption(AT_MOST_FREE, "10");
        System.gc();
        jvm.setVMOption(AT_MOST_FREE, atMost);
        jvm.setVMOption(AT_LEAST_FREE, atLeast);
    }

    private void collectWhenIdle() {
        if (isUnset(IDLE_INTERVAL)) {
            jvm.setVMOption(IDLE_INTERVAL, ONE_MINUTE);
        }
    }

    private boolean isUnset(String option) {
        return jvm.getVMOption(option).getOrigin() == Origin.DEFAULT;
    }
}
