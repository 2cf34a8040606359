package videochatroom.it.support;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A WebSocket client that reads nothing after the handshake, like a frozen browser. */
public final class StalledClient implements AutoCloseable {

    private static final int TEXT_FRAME = 0x81;
    private static final int CLOSE_FRAME = 0x88;
    /** RFC 6455, section 5.2: the payload length is in the next two bytes. */
    private static final int EXTENDED_16 = 126;

    private static final int MASKED = 0x80;
    private static final int READ_TIMEOUT_MILLIS = 20_000;

    private final Socket socket;

    /** Connects and completes the opening handshake. */
    public StalledClient(URI endpoint) {
        try {
            socket = UnreadSocket.to(endpoint);
            socket.getOutputStream().write(handshake(endpoint).getBytes(StandardCharsets.US_ASCII));
            readHeaders(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends a handshake and, without waiting for the response, a frame.
     *
     * @return the HTTP status of the response
     */
    public static int statusWithEarlyData(URI endpoint) {
        try (var socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            var both = new ByteArrayOutputStream();
            both.writeBytes(handshake(endpoint).getBytes(StandardCharsets.US_ASCII));
            both.writeBytes(masked("{\"event\":\"ping\"}".getBytes(StandardCharsets.UTF_8)));
            socket.getOutputStream().write(both.toByteArray());
            String line = readHeaders(socket.getInputStream());
            return Integer.parseInt(line.substring(9, 12));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a text frame of at most 125 bytes. */
    public void send(String frame) {
        try {
            socket.getOutputStream().write(masked(frame.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a text frame of at most 125 bytes. Returns false if the server has ended the connection. */
    public boolean trySend(String frame) {
        try {
            socket.getOutputStream().write(masked(frame.getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (IOException ended) {
            return false;
        }
    }

    /** Reads up to the close frame and returns its code. */
    public int readCloseCode() {
        try {
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            while (true) {
                int kind = in.readUnsignedByte();
                int length = in.readUnsignedByte();
                if (length == EXTENDED_16) {
                    length = in.readUnsignedShort();
                } else if (length > EXTENDED_16) {
                    throw new IOException("A frame with a 64-bit length was not expected");
                }
                if (kind == CLOSE_FRAME) {
                    return in.readUnsignedShort();
                }
                in.skipNBytes(length);
            }
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

    private static String handshake(URI endpoint) {
        return String.join(
                "\r\n",
                "GET " + endpoint.getPath() + " HTTP/1.1",
                "Host: " + endpoint.getAuthority(),
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "",
                "");
    }

    private static String readHeaders(InputStream in) throws IOException {
        var headers = new StringBuilder();
        while (headers.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The server refused the handshake");
            }
            headers.append((char) next);
        }
        return headers.toString();
    }

    /** A text frame whose masking key is zero. RFC 6455 allows that, and it leaves the payload unchanged. */
    private static byte[] masked(byte[] payload) {
        if (payload.length > 125) {
            throw new IllegalArgumentException("More than 125 bytes: " + payload.length);
        }
        var frame = new ByteArrayOutputStream();
        frame.write(TEXT_FRAME);
        frame.write(MASKED | payload.length);
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        return frame.toByteArray();
    }
}
