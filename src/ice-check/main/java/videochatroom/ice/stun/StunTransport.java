package videochatroom.ice.stun;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;

/** Carries STUN messages to and from one server. Not thread-safe, except that any thread may close it. */
interface StunTransport extends Closeable {

    /** Whether messages need no retransmission. */
    boolean isReliable();

    /** Sends one message. */
    void send(byte[] message) throws IOException;

    /**
     * Waits for the next message.
     *
     * @throws java.net.SocketTimeoutException at the deadline
     */
    byte[] receive(Deadline deadline) throws IOException;

    /**
     * Sorts what the system reports of a server that it cannot reach: {@link ConnectException} and
     * {@link PortUnreachableException} if nothing listens, {@link NoRouteToHostException} for anything else.
     */
    static SocketException unreachable(SocketException failed) {
        if (failed instanceof ConnectException || failed instanceof PortUnreachableException) {
            return failed;
        }
        var noRoute = new NoRouteToHostException(failed.getMessage());
        noRoute.initCause(failed);
        return noRoute;
    }
}
