package videochatroom.signaling;

import jakarta.websocket.SendHandler;
import java.util.ArrayDeque;
import java.util.Queue;
import videochatroom.protocol.MessageCodec;
import videochatroom.protocol.ServerMessage;
import videochatroom.protocol.Utf8;
import videochatroom.room.Outbox;

/**
 * The queue of messages to one socket, limited in bytes, with one send in flight at most. The specification allows no
 * more (Jakarta WebSocket 2.1, RemoteEndpoint), and containers queue without a limit what they cannot send (decision
 * 4). The queue takes messages while the {@link SocketState} is open.
 *
 * <p>Thread-safe: {@code lock} guards the fields, and nothing is called while it is held.
 */
final class WebSocketOutbox implements Outbox {

    private final SerializedTransport transport;
    private final SocketState state;
    private final MessageCodec codec;
    private final int maxBytes;
    private final Runnable onOverflow;
    private final Runnable onFailure;

    private final Object lock = new Object();
    private final Queue<Frame> queue = new ArrayDeque<>();
    private long queuedBytes;
    private boolean sending;
    /** Runs when nothing is in flight any more. Null if nothing is to run. */
    private Runnable whenIdle;

    /**
     * Makes an empty queue.
     *
     * @param maxBytes how much may wait in addition to the message in flight, in bytes of memory
     * @param onOverflow called by {@link #flush} if more than that waits; it has to close the socket
     * @param onFailure called when a send has failed
     */
    WebSocketOutbox(
            SerializedTransport transport,
            SocketState state,
            MessageCodec codec,
            int maxBytes,
            Runnable onOverflow,
            Runnable onFailure) {
        this.transport = transport;
        this.state = state;
        this.codec = codec;
        this.maxBytes = maxBytes;
        this.onOverflow = onOverflow;
        this.onFailure = onFailure;
    }

    @Override
    public void enqueue(ServerMessage message) {
        Frame frame = Frame.of(codec.encode(message));
        synchronized (lock) {
            if (state.isOpen()) {
                queue.add(frame);
                queuedBytes += frame.bytes();
            }
        }
    }

    @Override
    public void flush() {
        if (overflowed()) {
            onOverflow.run();
            return;
        }
        sendNext();
    }

    /** How much waits in addition to the message in flight, in bytes of memory. */
    long queuedBytes() {
        synchronized (lock) {
            return queuedBytes;
        }
    }

    /** Drops what waits. To be called after the socket has left the open state. */
    void clear() {
        clear(null);
    }

    /**
     * Drops what waits. To be called after the socket has left the open state.
     *
     * @param then runs when nothing is in flight: now, or when the client has read the message in flight; null for
     *     nothing
     */
    void clear(Runnable then) {
        synchronized (lock) {
            queue.clear();
            queuedBytes = 0;
            whenIdle = then;
        }
        sendNext();
    }

    private boolean overflowed() {
        synchronized (lock) {
            // If nothing is in flight, the first message is about to be sent and does not count.
            long waiting = sending || queue.isEmpty()
                    ? queuedBytes
                    : queuedBytes - queue.peek().bytes();
            return state.isOpen() && waiting > maxBytes;
        }
    }

    private void sendNext() {
        // A loop: a send that completes at once, on this thread, must not recurse.
        Runnable then;
        while (true) {
            Frame frame;
            synchronized (lock) {
                if (sending) {
                    return;
                }
                if (queue.isEmpty()) {
                    then = whenIdle;
                    whenIdle = null;
                    break;
                }
                frame = queue.remove();
                queuedBytes -= frame.bytes();
                sending = true;
            }
            var completion = new Completion();
            transport.sendText(frame.text(), completion.handler());
            if (!completion.happenedAtOnce()) {
                return;
            }
        }
        if (then != null) {
            then.run();
        }
    }

    /**
     * A message that waits.
     *
     * @param bytes of heap that it takes at most
     */
    private record Frame(String text, long bytes) {

        /** Bytes for this record, the string, its array, and the place in the queue. */
        private static final int OBJECTS = 80;

        static Frame of(String text) {
            // A string has one byte a character, or two if one of them is beyond Latin-1 (JEP 254). Latin-1 beyond
            // ASCII
            // counts as two as well: to tell it apart would mean to read each character.
            int width = Utf8.length(text) == text.length() ? 1 : 2;
            return new Frame(text, OBJECTS + (long) width * text.length());
        }
    }

    /** Tells whether a send was complete when {@code sendText} returned, or completes later. */
    private final class Completion {
        private boolean returned;
        private boolean completed;

        SendHandler handler() {
            return result -> {
                if (!result.isOK()) {
                    transport.afterwards(onFailure);
                    return;
                }
                boolean later;
                synchronized (lock) {
                    sending = false;
                    completed = true;
                    later = returned;
                }
                if (later) {
                    transport.afterwards(WebSocketOutbox.this::sendNext);
                }
            };
        }

        boolean happenedAtOnce() {
            synchronized (lock) {
                returned = true;
                return completed;
            }
        }
    }
}
