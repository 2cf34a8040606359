package videochatroom.it.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A WebSocket whose incoming messages wait in a queue until a test takes them, so that no unexpected message goes
 * unnoticed. Used by one thread; the WebSocket's own threads only add to the queue.
 */
final class WebSocketClient {

    static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What a handshake takes along, beside what every client sends. */
    record Handshake(HttpClient http, Map<String, String> headers) {

        static Handshake plain() {
            return new Handshake(HTTP, Map.of());
        }

        static Handshake from(String origin) {
            return new Handshake(HTTP, Map.of("Origin", origin));
        }
    }

    private final String name;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final AtomicInteger pings = new AtomicInteger();
    private final WebSocket socket;

    /** What comes from the server. */
    sealed interface Received permits Message, Closed {}

    record Message(JsonObject json) implements Received {}

    /** The end of the socket; code 1006 if the server has sent no close frame (RFC 6455, section 7.4.1). */
    record Closed(int code, String reason) implements Received {}

    /**
     * Connects.
     *
     * @param name for messages
     * @throws ExecutionException if the server refuses the handshake
     */
    WebSocketClient(String name, URI endpoint, Handshake handshake) throws ExecutionException {
        this.name = name;
        WebSocket.Builder builder = handshake.http().newWebSocketBuilder().connectTimeout(TIMEOUT);
        handshake.headers().forEach(builder::header);
        this.socket = within(builder.buildAsync(endpoint, new Listener()), "connecting to " + endpoint);
    }

    /** Sends a text message, or a fragment of one that is continued. */
    void sendText(String text, boolean last) throws ExecutionException {
        within(socket.sendText(text, last), "sending " + abridged(text));
    }

    void sendBinary(byte[] bytes) throws ExecutionException {
        within(socket.sendBinary(ByteBuffer.wrap(bytes), true), "sending " + bytes.length + " bytes");
    }

    void sendPong() throws ExecutionException {
        within(socket.sendPong(ByteBuffer.allocate(0)), "sending a pong");
    }

    /** Sends a close frame with code 1000. */
    void sendClose() throws ExecutionException {
        within(socket.sendClose(WebSocket.NORMAL_CLOSURE, ""), "closing");
    }

    /** Ends the connection without a close frame. */
    void abort() {
        socket.abort();
    }

    /** Sends a last text message if the socket takes it within a second, and ends the connection. */
    void abortAfter(String text) {
        try {
            socket.sendText(text, true).toCompletableFuture().get(1, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // the socket is closed, or the server reads no more
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            socket.abort();
        }
    }

    /** How many pings the server has sent. */
    int pings() {
        return pings.get();
    }

    /** Takes the next message, or the end of the socket, out of the queue. Waits for it if there is none. */
    Received take(String what, Duration timeout) {
        try {
            Received next = received.poll(timeout.toSeconds(), TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError(name + " waited " + timeout.toSeconds() + " s for " + what);
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The beginning of a text, for messages. */
    static String abridged(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "… (" + text.length() + " characters)";
    }

    private <T> T within(CompletionStage<T> stage, String what) throws ExecutionException {
        try {
            return stage.toCompletableFuture().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(name + " waited " + TIMEOUT.toSeconds() + " s for " + what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try (var reader = Json.createReader(new StringReader(text.toString()))) {
                    received.add(new Message(reader.readObject()));
                }
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer payload) {
            pings.incrementAndGet();
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            received.add(new Closed(code, reason));
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            received.add(new Closed(1006, String.valueOf(error)));
        }
    }
}
