package videochatroom.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** HTTP requests for a file, pipelined on one connection, whose responses are never read. */
public final class UnreadRequests implements AutoCloseable {

    private final Socket socket;

    /** Connects and sends the request several times. */
    public UnreadRequests(String path, String acceptEncoding, int times) {
        URI base = Server.base();
        String request = String.join(
                "\r\n",
                "GET " + path + " HTTP/1.1",
                "Host: " + base.getAuthority(),
                "Accept-Encoding: " + acceptEncoding,
                "",
                "");
        try {
            socket = UnreadSocket.to(base);
            socket.getOutputStream().write(request.repeat(times).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
