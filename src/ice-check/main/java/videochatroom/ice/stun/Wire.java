package videochatroom.ice.stun;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;

/** A way to one server. */
interface Wire extends Closeable {

    /** Whether what is sent arrives without being sent again. */
    boolean isReliable();

    void send(byte[] message) throws IOException;

    /** The next that comes; throws {@link java.net.SocketTimeoutException} at the deadline. */
    byte[] receive(Deadline deadline) throws IOException;

    /** What a system says of a server that it cannot reach, in types: that nothing listens, or that there is no way. */
    static SocketException unreachable(SocketException failed) {
        if (failed instanceof ConnectException || failed instanceof PortUnreachableException) {
            return failed;
        }
        var noWay = new NoRouteToHostException(failed.getMessage());
        noWay.initCause(failed);
        return noWay;
    }
}
