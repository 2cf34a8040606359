package videochatroom.it.benchmark;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The bytes that a JVM's threads have allocated on the heap, without those of the connection that asks. They do not
 * depend on the load of the machine. A thread that has ended counts with its bytes at the last call, and one that lived
 * between two calls does not count. Not thread-safe.
 */
final class Allocations implements AutoCloseable {

    /** The names of the threads that answer this class. */
    private static final Pattern OWN = Pattern.compile("RMI |JMX ");

    private final JMXConnector connector;
    private final ThreadMXBean threads;
    private final Map<Long, Long> byThread = new HashMap<>();

    /**
     * Connects to a JVM.
     *
     * @param process the process ID of a JVM of this machine and user
     */
    @SuppressWarnings("BanJNDI") // the address is that of a process that the benchmark has started
    Allocations(long process) {
        try {
            VirtualMachine machine = VirtualMachine.attach(String.valueOf(process));
            String address;
            try {
                address = machine.startLocalManagementAgent();
            } finally {
                machine.detach();
            }
            connector = JMXConnectorFactory.connect(new JMXServiceURL(address));
            threads = ManagementFactory.newPlatformMXBeanProxy(
                    connector.getMBeanServerConnection(), ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AttachNotSupportedException notOurs) {
            throw new IllegalStateException("Cannot attach to the JVM " + process, notOurs);
        }
    }

    /** The allocated bytes of all threads that are alive now or were at an earlier call. */
    long bytes() {
        long[] ids = threads.getAllThreadIds();
        ThreadInfo[] infos = threads.getThreadInfo(ids);
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        for (int i = 0; i < ids.length; i++) {
            if (bytes[i] > 0
                    && infos[i] != null
                    && !OWN.matcher(infos[i].getThreadName()).lookingAt()) {
                byThread.put(ids[i], bytes[i]);
            }
        }
        return byThread.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException serverGone) {
            // nothing is left to be closed
        }
    }
}
