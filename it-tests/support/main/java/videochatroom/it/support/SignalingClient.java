package videochatroom.it.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A participant without a browser: one websocket, and what it has heard.
 *
 * <p>Everything heard is kept in order until a test takes it, so that nothing unexpected goes unnoticed. Used by one
 * thread; the websocket's threads only add to the queue.
 */
public final class SignalingClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    private sealed interface Heard permits Message, End {}

    private record Message(JsonObject json) implements Heard {}

    private record End(int code, String reason) implements Heard {}

    private SignalingClient(String name, URI endpoint, String origin) throws ExecutionException {
        this.name = name;
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
        if (origin != null) {
            builder.header("Origin", origin);
        }
        this.socket = within(builder.buildAsync(endpoint, new Listener()), "connecting to " + endpoint);
    }

    /** Connects to the deployed WAR, as programs do that are no browser: without an origin. */
    public static SignalingClient connect(String name) {
        return connect(name, Server.signaling());
    }

    /** Connects to another deployment. */
    public static SignalingClient connect(String name, URI endpoint) {
        try {
            return new SignalingClient(name, endpoint, null);
        } catch (ExecutionException e) {
            throw new AssertionError(name + " could not connect to " + endpoint, e.getCause());
        }
    }

    /** Connects as a page of that origin does, and goes: the status that the handshake was answered with. */
    public static int statusOfHandshakeFrom(String origin) {
        try (var client = new SignalingClient("a page of " + origin, Server.signaling(), origin)) {
            client.hearsNothing();
            return 101;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw new AssertionError("No handshake from " + origin, e.getCause());
        }
    }

    /** Sends one text frame, whatever it holds. */
    public void send(String frame) {
        try {
            within(socket.sendText(frame, true), "sending " + abridged(frame));
        } catch (ExecutionException e) {
            throw new AssertionError(name + " could not send " + abridged(frame), e.getCause());
        }
    }

    /** Sends one text frame if the socket still takes it. */
    public boolean trySend(String frame) {
        try {
            within(socket.sendText(frame, true), "sending " + abridged(frame));
            return true;
        } catch (ExecutionException e) {
            return false;
        }
    }

    /** Sends a part of a message that never ends, if the socket still takes it. */
    public boolean trySendPart(String part) {
        try {
            within(socket.sendText(part, false), "sending " + abridged(part));
            return true;
        } catch (ExecutionException e) {
            return false;
        }
    }

    /** Sends a sign of life that nobody asked for, if the socket still takes it. */
    public boolean trySendPong() {
        try {
            within(socket.sendPong(ByteBuffer.allocate(0)), "sending a pong");
            return true;
        } catch (ExecutionException e) {
            return false;
        }
    }

    /** Sends one event. */
    public void say(String event, JsonValue data) {
        send(Json.createObjectBuilder()
                .add("event", event)
                .add("data", data)
                .build()
                .toString());
    }

    /** Sends one event. */
    public void say(String event, String data) {
        say(event, Json.createValue(data));
    }

    /** Sends one event that has no data. */
    public void say(String event) {
        send(Json.createObjectBuilder().add("event", event).build().toString());
    }

    /** Sends a binary frame. */
    public void sendBinary(byte[] bytes) {
        try {
            within(socket.sendBinary(ByteBuffer.wrap(bytes), true), "sending " + bytes.length + " bytes");
        } catch (ExecutionException e) {
            throw new AssertionError(name + " could not send bytes", e.getCause());
        }
    }

    /** Asks for a seat as a client does that knows the whole protocol. */
    public void askToJoin(String roomName) {
        say("join_room", Json.createObjectBuilder().add("roomName", roomName).build());
    }

    /** Takes a seat. */
    public JsonObject join(String roomName) {
        askToJoin(roomName);
        return hears("joined");
    }

    /** Takes a seat, and shows what tells who asks once more. */
    public JsonObject ask(String roomName, String attempt) {
        say(
                "join_room",
                Json.createObjectBuilder()
                        .add("roomName", roomName)
                        .add("attempt", attempt)
                        .build());
        return hears("joined");
    }

    /** Shows a token for a seat, as after a lost socket. */
    public JsonObject resume(String roomName, String token) {
        say(
                "join_room",
                Json.createObjectBuilder()
                        .add("roomName", roomName)
                        .add("resumeToken", token)
                        .add("keepsConnection", true)
                        .build());
        return hears("joined");
    }

    /** Asks for a seat, now or when there is one. */
    public void askToWait(String roomName) {
        say(
                "join_room",
                Json.createObjectBuilder()
                        .add("roomName", roomName)
                        .add("waits", true)
                        .build());
    }

    /** Goes as a page does that is reloaded. */
    public void leaveByReload() {
        say("leave_room", Json.createObjectBuilder().add("mayReturn", true).build());
    }

    /** What comes next of an event, whatever else comes before it. */
    public JsonObject hearsAtLast(String event) {
        // bounded: a connection's beginning is some dozens of messages
        for (int skipped = 0; skipped < 200; skipped++) {
            JsonObject message = next("the event " + event);
            if (message.getString("event").equals(event)) {
                return data(event, message);
            }
        }
        throw new AssertionError(name + " heard 200 messages and no " + event);
    }

    /** The data of the next message, which must be this event. */
    public JsonObject hears(String event) {
        return data(event, next("the event " + event));
    }

    /** The data of the next message, which must be an error of this code. */
    public JsonObject hearsError(String code) {
        JsonObject error = data("error", next("an error " + code));
        assertEquals(code, error.getString("code"), () -> name + " heard " + error);
        return error;
    }

    /** The next message, whatever it is. */
    public JsonObject next() {
        return next("any message");
    }

    /** Shows by a round trip that nothing has come, and that the socket works. */
    public void hearsNothing() {
        say("ping");
        JsonObject pong = next("the answer to a ping and nothing before it");
        assertEquals("pong", pong.getString("event"), () -> name + " should have heard nothing, but heard " + pong);
    }

    /** Whether a message comes next, and not the end. */
    public boolean hearsPongOrTheEnd() {
        return take("an answer or the end", PATIENCE) instanceof Message;
    }

    /** Skips whatever comes until the server closes the socket. */
    public int hearsTheEnd(Duration atMost) {
        while (true) {
            if (take("the end of the socket", atMost) instanceof End end) {
                return end.code();
            }
        }
    }

    /** Goes without a word, as a process does that is killed. */
    public void vanish() {
        socket.abort();
    }

    /** Closes the socket in good order. */
    public void hangUp() {
        try {
            within(socket.sendClose(WebSocket.NORMAL_CLOSURE, ""), "closing");
        } catch (ExecutionException e) {
            throw new AssertionError(name + " could not close", e.getCause());
        }
    }

    /** Leaves the room, so that a server that goes on running keeps no seat for the next run of the tests. */
    @Override
    public void close() {
        try {
            socket.sendText("{\"event\":\"leave_room\"}", true)
                    .toCompletableFuture()
                    .get(1, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // the socket is gone, or the server reads no more
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            socket.abort();
        }
    }

    private JsonObject data(String event, JsonObject message) {
        assertEquals(event, message.getString("event"), () -> name + " heard " + abridged(message.toString()));
        return message.get("data") instanceof JsonObject data ? data : JsonValue.EMPTY_JSON_OBJECT;
    }

    private JsonObject next(String what) {
        Heard next = take(what, PATIENCE);
        if (next instanceof Message message) {
            return message.json();
        }
        throw new AssertionError(name + " waited for " + what + ", but " + next);
    }

    private Heard take(String what, Duration atMost) {
        try {
            Heard next = heard.poll(atMost.toSeconds(), TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError(name + " waited " + atMost.toSeconds() + " s for " + what);
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private <T> T within(CompletionStage<T> stage, String what) throws ExecutionException {
        try {
            return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(name + " waited " + PATIENCE.toSeconds() + " s for " + what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String abridged(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "… (" + text.length() + " characters)";
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try (var reader = Json.createReader(new StringReader(text.toString()))) {
                    heard.add(new Message(reader.readObject()));
                }
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            heard.add(new End(code, reason));
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            heard.add(new End(1006, String.valueOf(error)));
        }
    }
}
