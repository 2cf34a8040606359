package videochatroom.signaling;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Serialises access to a socket's transport, so that nothing is written after the socket has closed. Payara reuses the
 * stream of a closed socket: a thread that still writes would write into the answer to another client's handshake
 * (decision 15). So every use of the transport ends before {@code @OnClose} returns, or does not begin.
 *
 * <p>Thread-safe. One thread at a time holds the transport. Other threads queue their work and do not wait, because
 * containers call back while they hold monitors of their own. Containers also call back from within a send or a close:
 * {@link #afterwards} defers further work until the transport is released.
 */
final class SerializedTransport {

    /** How long a client may take to read what is in flight and to answer the close frame. Then it is terminated. */
    static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    /** Far more than it takes to start a send. Limited, because the waiting thread holds monitors of the container. */
    private static final long RELEASE_TIMEOUT_SECONDS = 5;

    private final SocketTransport transport;
    private final SocketState state;

    private final ReentrantLock lock = new ReentrantLock();
    /** Work for the thread that holds the transport. */
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    /** Work for the thread that releases the transport. Guarded by the lock. */
    private final List<Runnable> deferred = new ArrayList<>();

    SerializedTransport(SocketTransport transport, SocketState state) {
        this.transport = transport;
        this.state = state;
    }

    /**
     * Starts to send a text message, now or when the transport is free.
     *
     * @param handler called once, by any thread; never if the close frame was sent or the socket is closed by then
     */
    void sendText(String text, SendHandler handler) {
        perform(() -> {
            if (state.isCloseSent()) {
                return;
            }
            try {
                transport.sendText(text, handler);
            } catch (RuntimeException socketGone) {
                handler.onResult(new SendResult(socketGone));
            }
        });
    }

    /**
     * Starts to send a ping, now or when the transport is free.
     *
     * @param onFailure called if that fails, when the transport is released
     */
    void ping(Runnable onFailure) {
        perform(() -> {
            if (state.isCloseSent()) {
                return;
            }
            try {
                transport.sendPing();
            } catch (IOException | RuntimeException socketGone) {
                afterwards(onFailure);
            }
        });
    }

    /** Starts the close handshake, now or when the transport is free. Does nothing if it has begun. */
    void close(CloseReason reason) {
        perform(() -> {
            if (state.beginCloseHandshake()) {
                transport.close(reason);
            }
        });
    }

    /** Ends the connection of a client that does not complete the close handshake, or that leaves data unread. */
    void terminate() {
        if (!transport.terminate()) {
            perform(transport::expire);
        }
    }

    /** Whether data still waits to be written although the socket is closed. */
    boolean hasUnsentData() {
        return transport.hasUnsentData();
    }

    /**
     * The container has reported the end of the socket. Returns when nothing uses the transport any more, or after
     * {@value #RELEASE_TIMEOUT_SECONDS} seconds.
     */
    void closed() {
        boolean held = false;
        try {
            held = lock.tryLock(RELEASE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
        }
        boolean closeFrameSent = state.close();
        waiting.clear();
        if (held) {
            release();
            transport.closed(closeFrameSent);
        }
    }

    /** Runs a task now, or when this thread releases the transport. */
    void afterwards(Runnable task) {
        if (lock.isHeldByCurrentThread()) {
            deferred.add(task);
        } else {
            task.run();
        }
    }

    private void perform(Runnable task) {
        waiting.add(task);
        // Checked again after each release: no other thread does the work that was queued in the meantime.
        while (!lock.isHeldByCurrentThread() && !waiting.isEmpty() && lock.tryLock()) {
            try {
                for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                    if (!state.isClosed()) {
                        next.run();
                    }
                }
            } finally {
                release();
            }
        }
    }

    private void release() {
        List<Runnable> now = List.of();
        if (lock.getHoldCount() == 1 && !deferred.isEmpty()) {
            now = List.copyOf(deferred);
            deferred.clear();
        }
        lock.unlock();
        now.forEach(Runnable::run);
    }
}
