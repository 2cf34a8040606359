package videochatroom.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import videochatroom.protocol.ErrorCode;
import videochatroom.protocol.MessageCodec;
import videochatroom.protocol.ServerMessage.Pong;
import videochatroom.protocol.ServerMessage.Refusal;

class WebSocketOutboxTest {

    private static final String PONG = "{\"event\":\"pong\"}";
    private static final int PONG_BYTES = 80 + PONG.length();

    private final RecordingTransport transport = recording();
    private final List<String> sent = transport.events;
    private final AtomicInteger overflows = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    private final SocketState state = new SocketState(System::nanoTime);
    private final WebSocketOutbox outbox = new WebSocketOutbox(
            serialized(),
            state,
            new MessageCodec(),
            3 * PONG_BYTES,
            overflows::incrementAndGet,
            failures::incrementAndGet);

    @Test
    void hasOneSendInFlightAndKeepsTheOrder() {
        outbox.send(new Refusal(ErrorCode.NOT_JSON, null));
        outbox.send(new Pong());
        outbox.send(new Pong());
        assertEquals(1, sent.size());
        assertTrue(sent.get(0).contains("not_json"));
        transport.complete();
        transport.complete();
        assertEquals(List.of(PONG, PONG), sent.subList(1, 3));
        assertEquals(1, transport.inFlight());
    }

    @Test
    void sendsNothingBeforeItIsFlushed() {
        outbox.enqueue(new Pong());
        assertEquals(List.of(), sent);
        outbox.flush();
        assertEquals(List.of(PONG), sent);
    }

    @Test
    void reportsOnceThatTooMuchWaits() {
        outbox.send(new Pong());
        for (int waiting = 0; waiting < 3; waiting++) {
            outbox.send(new Pong());
        }
        assertEquals(0, overflows.get());
        outbox.send(new Pong());
        assertEquals(1, overflows.get());
        state.beginClosing(CloseReasonCode.NOT_READING);
        outbox.clear();
        outbox.send(new Pong());
        transport.complete();
        assertEquals(1, overflows.get());
        assertEquals(1, sent.size());
    }

    @Test
    void theTaskAfterClearingWaitsForTheMessageInFlight() {
        var closings = new ArrayList<String>();
        outbox.send(new Pong());
        outbox.send(new Refusal(ErrorCode.NOT_JSON, null));
        state.beginClosing(CloseReasonCode.TIMED_OUT);
        outbox.clear(() -> closings.add("first"));
        outbox.send(new Refusal(ErrorCode.NOT_JSON, null));
        assertEquals(0, outbox.queuedBytes());
        assertEquals(List.of(), closings);
        transport.complete();
        assertEquals(List.of("first"), closings);
        assertEquals(List.of(PONG), sent);
    }

    @Test
    void theTaskAfterClearingRunsAtOnceIfNothingIsInFlight() {
        var closings = new ArrayList<String>();
        outbox.enqueue(new Pong());
        state.beginClosing(CloseReasonCode.TIMED_OUT);
        outbox.clear(() -> closings.add("closed"));
        outbox.flush();
        assertEquals(List.of("closed"), closings);
        assertEquals(List.of(), sent);
    }

    @Test
    void countsBytesOfHeap() {
        String text = new MessageCodec().encode(new Refusal(ErrorCode.UNKNOWN_EVENT, "e"));
        int ascii = 80 + text.length();
        var roomForOne = new WebSocketOutbox(
                serialized(), state, new MessageCodec(), ascii, overflows::incrementAndGet, failures::incrementAndGet);
        roomForOne.send(new Pong());
        roomForOne.send(new Refusal(ErrorCode.UNKNOWN_EVENT, "e"));
        assertEquals(0, overflows.get());

        var roomForNone = new WebSocketOutbox(
                serialized(), state, new MessageCodec(), ascii, overflows::incrementAndGet, failures::incrementAndGet);
        roomForNone.send(new Pong());
        roomForNone.send(new Refusal(ErrorCode.UNKNOWN_EVENT, "\u4f1a"));
        assertEquals(1, overflows.get(), "one character beyond Latin-1 makes all of them two bytes");
    }

    @Test
    void sendsThatCompleteAtOnceDoNotPileUpOnTheStack() {
        transport.completesAtOnce = true;
        for (int round = 0; round < 100_000; round++) {
            outbox.send(new Pong());
        }
        assertEquals(100_000, sent.size());
    }

    @Test
    void aFailedSendIsReportedAndNoneFollows() {
        outbox.send(new Pong());
        outbox.send(new Pong());
        transport.fail();
        assertEquals(1, failures.get());
        assertEquals(1, sent.size());
    }

    @Test
    void manyThreadsNeverSendTwoAtOnceAndLoseNothing() throws Exception {
        transport.completesAtOnce = true;
        ExecutorService threads = Executors.newFixedThreadPool(8);
        var large = new WebSocketOutbox(serialized(), state, new MessageCodec(), 1_000_000_000, () -> {}, () -> {});
        for (int thread = 0; thread < 8; thread++) {
            threads.execute(() -> {
                for (int round = 0; round < 2_000; round++) {
                    large.send(new Pong());
                }
            });
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(30, TimeUnit.SECONDS));
        assertEquals(16_000, sent.size());
        assertEquals(1, transport.mostAtOnce());
    }

    private SerializedTransport serialized() {
        return new SerializedTransport(transport, state);
    }

    /** One that completes sends when the test wants it. */
    private static RecordingTransport recording() {
        var recording = new RecordingTransport();
        recording.completesAtOnce = false;
        return recording;
    }
}
