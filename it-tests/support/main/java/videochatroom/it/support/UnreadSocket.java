package videochatroom.it.support;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Connections of those who will not read. */
final class UnreadSocket {

    private static final int BUFFER_BYTES = 4_096;

    private UnreadSocket() {}

    /** Connects. The system keeps little that is not read, as towards readers far away. */
    static Socket to(URI server) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(BUFFER_BYTES);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        return socket;
    }
}
