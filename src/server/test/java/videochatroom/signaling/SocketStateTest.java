package videochatroom.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SocketStateTest {

    private final AtomicLong clock = new AtomicLong();
    private final SocketState state = new SocketState(clock::get);

    @Test
    void theFirstReasonCounts() {
        assertTrue(state.isOpen());
        assertTrue(state.beginClosing(CloseReasonCode.TIMED_OUT));
        assertFalse(state.beginClosing(CloseReasonCode.FLOODING));
        assertFalse(state.isOpen());
        assertEquals(Optional.of(CloseReasonCode.TIMED_OUT), state.reason());
    }

    @Test
    void theCloseHandshakeBeginsOnce() {
        state.beginClosing(CloseReasonCode.TIMED_OUT);
        assertFalse(state.isCloseSent());
        assertTrue(state.beginCloseHandshake());
        assertTrue(state.isCloseSent());
        assertFalse(state.beginCloseHandshake());
    }

    @Test
    void closedIsTheLastPhase() {
        assertFalse(state.close(), "no close frame was sent");
        assertTrue(state.isClosed());
        assertFalse(state.beginClosing(CloseReasonCode.TIMED_OUT));
        assertFalse(state.beginCloseHandshake());
        assertTrue(state.isClosed());
        assertEquals(Optional.empty(), state.reason());
    }

    @Test
    void theEndMayBeReportedTwice() {
        state.beginClosing(CloseReasonCode.TIMED_OUT);
        state.beginCloseHandshake();
        state.close();
        clock.addAndGet(Duration.ofSeconds(5).toNanos());
        state.close();
        assertTrue(state.isClosed());
        assertTrue(state.isOlderThan(Duration.ofSeconds(4)), "the first report counts");
        assertEquals(Optional.of(CloseReasonCode.TIMED_OUT), state.reason());
    }

    @Test
    void isNeverOldWhileItIsOpen() {
        clock.addAndGet(Duration.ofDays(1).toNanos());
        assertFalse(state.isOlderThan(Duration.ofSeconds(10)));
        state.beginClosing(null);
        assertFalse(state.isOlderThan(Duration.ZERO));
    }

    @Test
    void anOpenSocketHasNoCloseHandshake() {
        assertFalse(state.beginCloseHandshake());
        assertTrue(state.isOpen());
    }

    @Test
    void oneOfManyThreadsBeginsToClose() throws InterruptedException {
        var begun = new AtomicInteger();
        List<Thread> threads = Stream.generate(() -> new Thread(() -> {
                    if (state.beginClosing(CloseReasonCode.TIMED_OUT)) {
                        begun.incrementAndGet();
                    }
                }))
                .limit(8)
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(1, begun.get());
    }

    @Test
    void tellsWhetherTheCloseFrameWasSent() {
        state.beginClosing(null);
        state.beginCloseHandshake();
        assertTrue(state.close());
    }

    @Test
    void countsTimeFromWhenItBeganToClose() {
        clock.set(Duration.ofSeconds(60).toNanos());
        state.beginClosing(CloseReasonCode.NOT_READING);
        clock.addAndGet(Duration.ofSeconds(5).toNanos());
        state.beginCloseHandshake();
        assertTrue(state.isOlderThan(Duration.ofSeconds(4)));
        assertFalse(state.isOlderThan(Duration.ofSeconds(5)));
        state.close();
        assertFalse(state.isOlderThan(Duration.ZERO), "the time for unsent data begins with the end of the socket");
    }
}
