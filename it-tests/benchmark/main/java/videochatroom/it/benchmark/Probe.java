package videochatroom.it.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks a server that is starting for a websocket, or for a page where it has none. */
final class Probe {

    private static final int PATIENCE_MILLIS = 20_000;

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

    /** Whether it says yes. */
    boolean isReady() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String status = answer.readLine();
            return status != null && status.startsWith(expected);
        } catch (IOException notYet) {
            return false;
        }
    }
}
