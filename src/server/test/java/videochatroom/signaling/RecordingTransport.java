package videochatroom.signaling;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A transport that records what is done to it, and completes sends when a test wants it. */
final class RecordingTransport implements SocketTransport {

    final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final Deque<SendHandler> inFlight = new ArrayDeque<>();
    private final AtomicInteger sending = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    boolean completesAtOnce = true;
    boolean hasUnsentData;
    boolean ended;

    @Override
    public void sendText(String text, SendHandler handler) {
        mostAtOnce.accumulateAndGet(sending.incrementAndGet(), Math::max);
        events.add(text);
        sending.decrementAndGet();
        if (completesAtOnce) {
            handler.onResult(new SendResult());
        } else {
            inFlight.add(handler);
        }
    }

    @Override
    public void sendPing() {
        events.add("ping");
    }

    @Override
    public void close(CloseReason reason) {
        events.add("close " + reason.getCloseCode().getCode());
    }

    @Override
    public boolean terminate() {
        if (ended) {
            return false;
        }
        events.add("terminate");
        return true;
    }

    @Override
    public void expire() {
        events.add("expire");
    }

    @Override
    public void closed(boolean closeFrameSent) {
        events.add(closeFrameSent ? "closed after the close frame" : "closed");
    }

    @Override
    public boolean hasUnsentData() {
        return hasUnsentData;
    }

    /** How many threads have been in {@link #sendText} at the same time, at most. */
    int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** How many messages are in flight. */
    int inFlight() {
        return inFlight.size();
    }

    /** The message in flight is sent. */
    void complete() {
        inFlight.remove().onResult(new SendResult());
    }

    /** The message in flight fails. */
    void fail() {
        inFlight.remove().onResult(new SendResult(new IOException("lost")));
    }
}
