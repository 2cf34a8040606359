package videochatroom.it.support;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Connections whose client does not read. */
final class UnreadSocket {

    private static final int BUFFER_BYTES = 4_096;

    private UnreadSocket() {}

    /** Connects with a small receive buffer, so that unread data soon stays with the server. */
    static Socket to(URI server) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(BUFFER_BYTES);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        return socket;
    }
}
