package videochatroom.launcher;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption.Origin;
import java.lang.management.ManagementFactory;

/**
 * Has the JVM give back to the system what only its start and its busiest hours needed: left alone it keeps that for as
 * long as it runs. By options that HotSpot lets a running process change, and of those only what nobody has set on the
 * command line; on another JVM nothing happens but a collection.
 */
final class SpareHeap {

    /** What of the heap may be free after a collection of all of it, in percent, at least and at most. */
    private static final String AT_LEAST_FREE = "MinHeapFreeRatio";

    private static final String AT_MOST_FREE = "MaxHeapFreeRatio";

    /** After how many milliseconds without a collection G1 makes one, and gives back what is spare then. */
    private static final String IDLE_INTERVAL = "G1PeriodicGCInterval";

    private final HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    /** Gives back what the start has left, and from now on, after a minute without a call, what calls have left. */
    void giveBack() {
        if (isUnset(AT_LEAST_FREE) && isUnset(AT_MOST_FREE)) {
            collectToFit();
        } else {
            System.gc();
        }
        if (isUnset(IDLE_INTERVAL)) {
            jvm.setVMOption(IDLE_INTERVAL, "60000");
        }
    }

    /** For this once: under load a heap with so little to spare would be collected all the time. */
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

    private boolean isUnset(String option) {
        try {
            return jvm.getVMOption(option).getOrigin() == Origin.DEFAULT;
        } catch (IllegalArgumentException notInThisJvm) {
            return false;
        }
    }
}
