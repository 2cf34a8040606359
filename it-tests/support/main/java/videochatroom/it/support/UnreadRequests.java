package videochatroom.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests for a file, one after the other on one connection, whose answers nobody reads. */
public final class UnreadRequests implements AutoCloseable {

    private final Socket socket;

    /** Connects and asks. */
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
