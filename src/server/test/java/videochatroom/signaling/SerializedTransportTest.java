package videochatroom.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SerializedTransportTest {

    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void isNotClosedBeforeTheContainerHasWhatIsBeingSent() throws Exception {
        var writing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var transport = transport(SessionStub.sending((text, handler) -> {
            writing.countDown();
            await(goOn);
            events.add("written");
        }));
        Future<?> sender = threads.submit(() -> transport.sendText("left", result -> {}));
        await(writing);
        var closer = new Thread(() -> {
            transport.closed();
            events.add("closed");
        });
        closer.start();
        while (closer.getState() == Thread.State.NEW || closer.getState() == Thread.State.RUNNABLE) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        sender.get(30, TimeUnit.SECONDS);
        closer.join(30_000);
        assertEquals(List.of("written", "closed"), events);
    }

    @Test
    void sendsNothingAfterItHasClosed() {
        var recording = new RecordingTransport();
        var state = new SocketState(System::nanoTime);
        var transport = new SerializedTransport(recording, state);
        transport.sendText("before", result -> {});
        transport.ping(() -> events.add("failed"));
        state.beginClosing(CloseReasonCode.TIMED_OUT);
        transport.closed();
        transport.sendText("after", result -> {});
        transport.ping(() -> events.add("failed"));
        transport.close(CloseReasonCode.TIMED_OUT.toCloseReason());
        assertEquals(List.of("before", "ping", "closed"), recording.events);
        assertEquals(List.of(), events);
    }

    /** RFC 6455, section 5.5.1. */
    @Test
    void sendsNothingAfterTheCloseFrame() {
        var recording = new RecordingTransport();
        var state = new SocketState(System::nanoTime);
        var transport = new SerializedTransport(recording, state);
        state.beginClosing(CloseReasonCode.TIMED_OUT);
        transport.close(CloseReasonCode.TIMED_OUT.toCloseReason());
        transport.sendText("after", result -> events.add("sent"));
        transport.ping(() -> events.add("failed"));
        transport.close(CloseReasonCode.TIMED_OUT.toCloseReason());
        assertEquals(List.of("close 4408"), recording.events);
        assertEquals(List.of(), events);
    }

    @Test
    void defersWhatACallbackLeadsTo() throws Exception {
        var free = new boolean[1];
        var holder = new SerializedTransport[1];
        holder[0] = transport(SessionStub.sending((text, handler) -> handler.onResult(new SendResult())));
        holder[0].sendText(
                "text",
                result -> holder[0].afterwards(() -> {
                    // another thread gets the transport, which it could not from within the callback
                    free[0] = succeeds(threads.submit(holder[0]::closed));
                }));
        assertTrue(free[0]);
    }

    /** A thread that calls back holds monitors of the container, which the thread with the transport may need. */
    @Test
    void noThreadWaitsForTheOneWithTheTransport() throws Exception {
        var pinging = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var transport = transport(SessionStub.sending((text, handler) -> {
            if (text.equals("ping")) {
                pinging.countDown();
                await(goOn);
            }
            events.add(text);
        }));
        Future<?> other = threads.submit(() -> transport.ping(() -> {}));
        await(pinging);
        transport.sendText("first", result -> {});
        transport.sendText("second", result -> {});
        assertEquals(List.of(), events);
        goOn.countDown();
        other.get(30, TimeUnit.SECONDS);
        assertEquals(List.of("ping", "first", "second"), events);
    }

    @Test
    void reportsThatSendingFails() {
        var transport = transport(SessionStub.sending((text, handler) -> {
            throw new IllegalStateException("closed");
        }));
        transport.ping(() -> events.add("no ping"));
        transport.sendText("text", result -> events.add("sent: " + result.isOK()));
        assertEquals(List.of("no ping", "sent: false"), events);
    }

    private static SerializedTransport transport(Session session) {
        return new SerializedTransport(new JakartaTransport(session), new SocketState(System::nanoTime));
    }

    private static boolean succeeds(Future<?> task) {
        try {
            task.get(30, TimeUnit.SECONDS);
            return true;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
