package videochatroom.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.SendResult;
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

class GuardedSessionTest {

    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void isNotGoneBeforeWhatIsBeingSentIsWithTheContainer() throws Exception {
        var writing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var session = new GuardedSession(SessionStub.sending((text, handler) -> {
            writing.countDown();
            await(goOn);
            events.add("written");
        }));
        Future<?> sender = threads.submit(() -> session.sendText("left", result -> {}));
        await(writing);
        var closer = new Thread(() -> {
            session.gone();
            events.add("gone");
        });
        closer.start();
        while (closer.getState() == Thread.State.NEW || closer.getState() == Thread.State.RUNNABLE) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        sender.get(30, TimeUnit.SECONDS);
        closer.join(30_000);
        assertEquals(List.of("written", "gone"), events);
    }

    @Test
    void sendsNothingWhenItIsGone() {
        var session = new GuardedSession(SessionStub.sending((text, handler) -> events.add(text)));
        session.sendText("before", result -> {});
        session.ping(() -> events.add("failed"));
        session.gone();
        session.sendText("after", result -> {});
        session.ping(() -> events.add("failed"));
        session.close(CloseReasonCode.TIMED_OUT.toCloseReason());
        assertEquals(List.of("before", "ping"), events);
    }

    @Test
    void putsOffWhatACallBackLeadsTo() throws Exception {
        var free = new boolean[1];
        var holder = new GuardedSession[1];
        holder[0] = new GuardedSession(SessionStub.sending((text, handler) -> handler.onResult(new SendResult())));
        holder[0].sendText(
                "text",
                result -> holder[0].afterwards(() -> {
                    // another thread can have the session, as it could not from within
                    free[0] = succeeds(threads.submit(holder[0]::gone));
                }));
        assertTrue(free[0]);
    }

    /** Whoever calls back has the container's monitors, which the one who has the session may want. */
    @Test
    void nobodyWaitsForAnotherWhoHasIt() throws Exception {
        var pinging = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var session = new GuardedSession(SessionStub.sending((text, handler) -> {
            if (text.equals("ping")) {
                pinging.countDown();
                await(goOn);
            }
            events.add(text);
        }));
        Future<?> other = threads.submit(() -> session.ping(() -> {}));
        await(pinging);
        session.sendText("first", result -> {});
        session.sendText("second", result -> {});
        assertEquals(List.of(), events);
        goOn.countDown();
        other.get(30, TimeUnit.SECONDS);
        assertEquals(List.of("ping", "first", "second"), events);
    }

    @Test
    void tellsThatItDoesNotWork() {
        var session = new GuardedSession(SessionStub.sending((text, handler) -> {
            throw new IllegalStateException("closed");
        }));
        session.ping(() -> events.add("no ping"));
        session.sendText("text", result -> events.add("sent: " + result.isOK()));
        assertEquals(List.of("no ping", "sent: false"), events);
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
