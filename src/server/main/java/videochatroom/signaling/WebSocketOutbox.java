package videochatroom.signaling;

import jakarta.websocket.SendHandler;
import java.util.ArrayDeque;
import java.util.Queue;
import videochatroom.protocol.MessageCodec;
import videochatroom.protocol.ServerMessage;
import videochatroom.protocol.Utf8;
import videochatroom.room.Outbox;

/**
 * The queue to one socket, bounded in bytes, with at most one send in flight: the specification allows no more (Jakarta
 * WebSocket 2.1, RemoteEndpoint), and a container queues without bound what it can't send.
 *
 * <p>Thread-safe: {@code lock} guards the fields, and nothing is called while it is held.
 */
final class WebSocketOutbox implements Outbox {

    private final GuardedSession session;
    private final MessageCodec codec;
    private final int maxBytes;
    private final Runnable onOverflow;
    private final Runnable onFailure;

    private final Object lock = new Object();
    private final Queue<Frame> queue = new ArrayDeque<>();
    private long queuedBytes;
    private boolean sending;
    private boolean closed;
    /** What is to be done when nothing is in flight any more, if something. */
    private Runnable whenSent;

    /**
     * An empty queue.
     *
     * @param maxBytes what may wait, in memory, beside the message in flight
     * @param onOverflow called once, when more than that waits; may be called from within {@link #flush}
     * @param onFailure called when a send failed
     */
    WebSocketOutbox(GuardedSession session, MessageCodec codec, int maxBytes, Runnable onOverflow, Runnable onFailure) {
        this.session = session;
        this.codec = codec;
        this.maxBytes = maxBytes;
        this.onOverflow = onOverflow;
        this.onFailure = onFailure;
    }

    @Override
    public void enqueue(ServerMessage message) {
        Frame frame = Frame.of(codec.encode(message));
        synchronized (lock) {
            if (!closed) {
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

    /** What waits, in memory. */
    long queuedBytes() {
        synchronized (lock) {
            return queuedBytes;
        }
    }

    /** Drops what waits and takes no more. */
    void close() {
        synchronized (lock) {
            closed = true;
            whenSent = null;
            queue.clear();
            queuedBytes = 0;
        }
    }

    /**
     * The same, and does something when nothing is in flight: soon, or never if nobody reads. Once it is closed,
     * nothing changes what is to be done.
     */
    void close(Runnable then) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            close();
            whenSent = then;
        }
        sendNext();
    }

    private boolean overflowed() {
        synchronized (lock) {
            // While nothing is in flight the first message is as good as sent.
            long waiting = sending || queue.isEmpty()
                    ? queuedBytes
                    : queuedBytes - queue.peek().bytes();
            return !closed && waiting > maxBytes;
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
                    then = whenSent;
                    whenSent = null;
                    break;
                }
                frame = queue.remove();
                queuedBytes -= frame.bytes();
                sending = true;
            }
            var completion = new Completion();
            session.sendText(frame.text(), completion.handler());
            if (!completion.happenedAtOnce()) {
                return;
            }
        }
        if (then != null) {
            then.run();
        }
    }

    /**
     * A message on its way.
     *
     * @param bytes what it takes of the heap at most
     */
    private record Frame(String text, long bytes) {

        /** This record, the string and its array, and a place in the queue. */
        private static final int OBJECTS = 80;

        static Frame of(String text) {
            // One byte a character, or two for all of them if one is beyond Latin-1 (JEP 254). Two for Latin-1 beyond
            // ASCII as well: to tell them apart takes a look at each character.
            int width = Utf8.length(text) == text.length() ? 1 : 2;
            return new Frame(text, OBJECTS + (long) width * text.length());
        }
    }

    /** Tells a send that is complete by the time {@code sendText} returns from one that completes later. */
    private final class Completion {
        private boolean returned;
        private boolean completed;

        SendHandler handler() {
            return result -> {
                if (!result.isOK()) {
                    session.afterwards(onFailure);
                    return;
                }
                boolean later;
                synchronized (lock) {
                    sending = false;
                    completed = true;
                    later = returned;
                }
                if (later) {
                    session.afterwards(WebSocketOutbox.this::sendNext);
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
