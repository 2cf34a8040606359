package videochatroom.it.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sends requests to the server under test exactly as written. A proper HTTP client would correct malformed ones. */
public final class RawHttp {

    private static final int TIMEOUT_MILLIS = 20_000;

    private RawHttp() {}

    /** An HTTP response of the server. */
    public record Response(int status, List<String> headers, String body) {

        /** The value of the first header of this name, in any case of letters. */
        public Optional<String> header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst();
        }
    }

    /** Sends a GET request. */
    public static Response get(String path, String... headers) throws IOException {
        return send("GET", path, headers);
    }

    /** Sends a request of any method. */
    public static Response send(String method, String path, String... headers) throws IOException {
        return sendFrom(null, method, path, headers);
    }

    /** Sends a request from one of this machine's addresses. If it is null, the system chooses one. */
    public static Response sendFrom(InetAddress address, String method, String path, String... headers)
            throws IOException {
        URI base = Server.base();
        try (var socket = address == null
                ? new Socket(base.getHost(), base.getPort())
                : new Socket(InetAddress.getLoopbackAddress(), base.getPort(), address, 0)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            String request = method + " " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\n"
                    + String.join(
                            "",
                            Arrays.stream(headers).map(line -> line + "\r\n").toList())
                    + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Response parse(String response) throws IOException {
        int end = response.indexOf("\r\n\r\n");
        if (!response.startsWith("HTTP/1.1 ") || end < 0) {
            throw new IOException("Not an HTTP response: " + response);
        }
        List<String> lines = response.substring(0, end).lines().toList();
        int status = Integer.parseInt(lines.get(0).substring(9, 12));
        return new Response(status, lines.subList(1, lines.size()), response.substring(end + 4));
    }
}
