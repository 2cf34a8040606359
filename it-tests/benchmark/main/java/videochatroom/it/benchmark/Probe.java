package videochatroom.it.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks a starting server for a WebSocket, or for a page if it has no WebSocket. */
final class Probe {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final int port;
    private final String request;
    private final String expected;

    Probe(int port, Contestant contestant) {
        this.port = port;
        String connection = contestant.relays() ? "Upgrade" : "close";
        this.request = String.join(
                "\r\n",
                "GET " + contestant.probe() + " HTTP/1.1",
                "Host: localhost:" + port,
                "Connection: " + connection,
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "",
                "");
        this.expected = contestant.relays() ? "HTTP/1.1 101" : "HTTP/1.1 200";
    }

    /** Whether the server responds as expected. */
    boolean isReady() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var response =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String status = response.readLine();
            return status != null && status.startsWith(expected);
        } catch (IOException notYet) {
            return false;
        }
    }
}
