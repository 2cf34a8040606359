package videochatroom.it.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static videochatroom.it.support.WebSocketClient.TIMEOUT;
import static videochatroom.it.support.WebSocketClient.abridged;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import videochatroom.it.support.WebSocketClient.Closed;
import videochatroom.it.support.WebSocketClient.Handshake;
import videochatroom.it.support.WebSocketClient.Message;
import videochatroom.it.support.WebSocketClient.Received;

/**
 * A participant without a browser and without media: one signaling WebSocket.
 *
 * <p>Messages from the server are kept in order until a test takes them. Not thread-safe.
 */
public final class SignalingClient implements AutoCloseable {

    private final String name;
    private final WebSocketClient socket;

    private SignalingClient(String name, URI endpoint, Handshake handshake) throws ExecutionException {
        this.name = name;
        this.socket = new WebSocketClient(name, endpoint, handshake);
    }

    /** Connects to the server under test without an origin, as programs other than browsers do. */
    public static SignalingClient connect(String name) {
        return connect(name, Server.signaling());
    }

    /** Connects to another server or deployment without an origin. */
    public static SignalingClient connect(String name, URI endpoint) {
        return connect(name, endpoint, Handshake.plain());
    }

    /**
     * Connects through something in front of the server, by a client that trusts it, with headers as a page sends them.
     */
    public static SignalingClient connect(String name, URI endpoint, HttpClient http, Map<String, String> headers) {
        return connect(name, endpoint, new Handshake(http, headers));
    }

    private static SignalingClient connect(String name, URI endpoint, Handshake handshake) {
        try {
            return new SignalingClient(name, endpoint, handshake);
        } catch (ExecutionException e) {
            throw new AssertionError(name + " could not connect to " + endpoint, e.getCause());
        }
    }

    /** Connects as a page of this origin does, and disconnects. Returns the HTTP status of the handshake's response. */
    public static int statusOfHandshakeFrom(String origin) {
        try (var client = new SignalingClient("a page of " + origin, Server.signaling(), Handshake.from(origin))) {
            client.receivesNothing();
            return 101;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw new AssertionError("No handshake from " + origin, e.getCause());
        }
    }

    /** Both participants join a room; the first receives the second's arrival. */
    public static void meet(String roomName, SignalingClient first, SignalingClient second) {
        first.join(roomName);
        second.join(roomName);
        first.receives("another_person_ready");
    }

    /** Sends a text message of any content. */
    public void send(String text) {
        try {
            socket.sendText(text, true);
        } catch (ExecutionException e) {
            throw new AssertionError(name + " could not send " + abridged(text), e.getCause());
        }
    }

    /** Sends a text message. Returns false if the socket is closed. */
    public boolean trySend(String text) {
        return trySending(() -> socket.sendText(text, true));
    }

    /** Sends a fragment of a text message that is continued. Returns false if the socket is closed. */
    public boolean trySendPart(String part) {
        return trySending(() -> socket.sendText(part, false));
    }

    /** Sends an unsolicited pong. Returns false if the socket is closed. */
    public boolean trySendPong() {
        return trySending(socket::sendPong);
    }

    /** Sends a binary message. */
    public void sendBinary(byte[] bytes) {
        try {
            socket.sendBinary(bytes);
        } catch (ExecutionException e) {
            throw new AssertionError(name + " could not send bytes", e.getCause());
        }
    }

    /** Sends an event. */
    public void sendEvent(String event, JsonValue data) {
        send(Json.createObjectBuilder()
                .add("event", event)
                .add("data", data)
                .build()
                .toString());
    }

    /** Sends an event whose data is a string. */
    public void sendEvent(String event, String data) {
        sendEvent(event, Json.createValue(data));
    }

    /** Sends an event without data. */
    public void sendEvent(String event) {
        send(Json.createObjectBuilder().add("event", event).build().toString());
    }

    /** Requests a seat in the extended protocol. Does not wait for the answer. */
    public void requestSeat(String roomName) {
        sendJoin(inRoom(roomName));
    }

    /** Requests a seat in the extended protocol, and waits for a free one if the room is full. */
    public void requestSeatOrWait(String roomName) {
        sendJoin(inRoom(roomName).add("waits", true));
    }

    /** Takes a seat. Returns the data of the answer. */
    public JsonObject join(String roomName) {
        requestSeat(roomName);
        return receives("joined");
    }

    /** Takes a seat with an attempt, by which the server recognises a repeated request. */
    public JsonObject joinWithAttempt(String roomName, String attempt) {
        sendJoin(inRoom(roomName).add("attempt", attempt));
        return receives("joined");
    }

    /** Takes a seat with a resume token, as after a lost socket. */
    public JsonObject resume(String roomName, String token) {
        sendJoin(inRoom(roomName).add("resumeToken", token).add("keepsConnection", true));
        return receives("joined");
    }

    /** Leaves the room as a page that is reloaded does. */
    public void leaveForReload() {
        sendEvent(
                "leave_room", Json.createObjectBuilder().add("mayReturn", true).build());
    }

    /** The data of the next message with this event. Skips other messages. */
    public JsonObject receivesEventually(String event) {
        // bounded: the start of a call has some dozens of messages
        for (int skipped = 0; skipped < 200; skipped++) {
            JsonObject message = next("the event " + event);
            if (message.getString("event").equals(event)) {
                return data(event, message);
            }
        }
        throw new AssertionError(name + " received 200 messages and no " + event);
    }

    /** The data of the next message, which must have this event. */
    public JsonObject receives(String event) {
        return data(event, next("the event " + event));
    }

    /** The data of the next message, which must be an error with this code. */
    public JsonObject receivesError(String code) {
        JsonObject error = data("error", next("an error " + code));
        assertEquals(code, error.getString("code"), () -> name + " received " + error);
        return error;
    }

    /** The next message. */
    public JsonObject next() {
        return next("any message");
    }

    /** Proves by a round trip that the socket works and that no message has come. */
    public void receivesNothing() {
        sendEvent("ping");
        JsonObject pong = next("the answer to a ping and nothing before it");
        assertEquals(
                "pong", pong.getString("event"), () -> name + " should have received nothing, but received " + pong);
    }

    /** Waits until the server has sent so many pings in all. */
    public void awaitPings(int number) {
        Await.until(name + " to be pinged " + number + " times", () -> socket.pings() >= number, socket::pings);
    }

    /** Whether a message comes next. Returns false if the server closes the socket instead. */
    public boolean receivesMessageBeforeClose() {
        return socket.take("an answer or the end of the socket", TIMEOUT) instanceof Message;
    }

    /** Skips messages until the server closes the socket. Returns the close code, 1006 without a close frame. */
    public int awaitClose(Duration timeout) {
        while (true) {
            if (socket.take("the end of the socket", timeout) instanceof Closed closed) {
                return closed.code();
            }
        }
    }

    /** Ends the connection without a close frame, as a process that is killed does. */
    public void abort() {
        socket.abort();
    }

    /** Sends a close frame with code 1000. */
    public void closeNormally() {
        try {
            socket.sendClose();
        } catch (ExecutionException e) {
            throw new AssertionError(name + " could not close", e.getCause());
        }
    }

    /** Leaves the room and disconnects. Otherwise a server that is used again would keep the seat for a while. */
    @Override
    public void close() {
        socket.abortAfter("{\"event\":\"leave_room\"}");
    }

    private static JsonObjectBuilder inRoom(String roomName) {
        return Json.createObjectBuilder().add("roomName", roomName);
    }

    private void sendJoin(JsonObjectBuilder request) {
        sendEvent("join_room", request.build());
    }

    private JsonObject data(String event, JsonObject message) {
        assertEquals(event, message.getString("event"), () -> name + " received " + abridged(message.toString()));
        return message.get("data") instanceof JsonObject data ? data : JsonValue.EMPTY_JSON_OBJECT;
    }

    private JsonObject next(String what) {
        Received next = socket.take(what, TIMEOUT);
        if (next instanceof Message message) {
            return message.json();
        }
        throw new AssertionError(name + " waited for " + what + ", but " + next);
    }

    private interface Sending {
        void run() throws ExecutionException;
    }

    private static boolean trySending(Sending sending) {
        try {
            sending.run();
            return true;
        } catch (ExecutionException e) {
            return false;
        }
    }
}
