package videochatroom.signaling;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import videochatroom.payara.GrizzlyConnection;

/**
 * A session that nobody touches any more when it is gone. Payara gives the stream of a closed socket to the next one: a
 * thread that was still writing, say that the other participant left, then wrote into the answer to a stranger's
 * handshake. So whatever is done with a session is over before {@code @OnClose} returns, or is not begun.
 *
 * <p>Thread-safe. One thread at a time has the session; what others want of it waits, and they do not: a container
 * calls back under monitors of its own, which the one who has the session may want. Containers call back from within,
 * too: what that leads to, where it may want another session, is put off until this one is let go of
 * ({@link #afterwards}).
 */
final class GuardedSession {

    private static final Logger LOG = Logger.getLogger(GuardedSession.class.getName());

    /**
     * How long a socket may take to read what is under way and answer the close frame, before its connection is ended.
     */
    static final Duration CLOSING = Duration.ofSeconds(10);

    /** Soon, for a container that takes this as a reason to end a connection. */
    private static final Duration SOON = Duration.ofMillis(1);

    /**
     * Far longer than it takes to start a send, and not for ever: the thread that waits has the container's monitors.
     */
    private static final long LET_GO_SECONDS = 5;

    private final Session session;
    /** What the session came by; null where that is not known. */
    private final GrizzlyConnection connection;

    private final ReentrantLock lock = new ReentrantLock();
    /** What is to be done with the session, by whoever has it. */
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    /** What is to be done by whoever lets go of it; guarded by the lock. */
    private final List<Runnable> putOff = new ArrayList<>();

    /** Whether the close frame is on its way; guarded by the lock. */
    private boolean closing;

    private volatile boolean gone;

    GuardedSession(Session session) {
        this.session = session;
        this.connection = (GrizzlyConnection) session.getUserProperties().get(EndpointFactory.CONNECTION);
    }

    /** Starts to send a text, now or when it can be; the handler hears nothing if the session is closed. */
    void sendText(String text, SendHandler handler) {
        perform(() -> {
            if (closing) {
                return;
            }
            try {
                if (connection == null) {
                    session.getAsyncRemote().sendText(text, handler);
                } else {
                    connection.write(
                            ServerFrame.text(text),
                            () -> handler.onResult(new SendResult()),
                            failure -> handler.onResult(new SendResult(failure)));
                }
            } catch (RuntimeException socketGone) {
                handler.onResult(new SendResult(socketGone));
            }
        });
    }

    /** Asks for a sign of life. */
    void ping(Runnable onFailure) {
        perform(() -> {
            if (closing) {
                return;
            }
            try {
                session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
            } catch (IOException | RuntimeException socketGone) {
                afterwards(onFailure);
            }
        });
    }

    /**
     * Closes it, if it is not closed. Where the connection is known only the close frame is sent here, and the session
     * is closed when the answer comes, on the thread that reads: Payara is not made for closing while something comes
     * from the other side (decision 16).
     */
    void close(CloseReason reason) {
        perform(() -> {
            if (connection == null) {
                idleAtMost(CLOSING);
                closeInContainer(reason);
            } else if (!closing) {
                closing = true;
                connection.write(ServerFrame.close(reason), () -> {}, failure -> {});
            }
        });
    }

    /** Ends one who does not answer the close frame, or does not read, and else would stay for ever. */
    void terminate() {
        if (connection == null) {
            perform(() -> idleAtMost(SOON));
        } else if (connection.isOpen()) {
            connection.terminate();
        } else {
            // the container did not notice
            perform(() -> closeInContainer(new CloseReason(CloseReason.CloseCodes.CLOSED_ABNORMALLY, null)));
        }
    }

    private void idleAtMost(Duration duration) {
        try {
            session.setMaxIdleTimeout(duration.toMillis());
        } catch (RuntimeException goneAlready) {
            LOG.log(Level.FINE, "the socket was closed already", goneAlready);
        }
    }

    private void closeInContainer(CloseReason reason) {
        try {
            session.close(reason);
        } catch (IOException | RuntimeException goneAlready) {
            LOG.log(Level.FINE, "the socket was closed already", goneAlready);
        }
    }

    /** What will end the connection, if something still waits to be written though the session is closed. */
    Optional<GrizzlyConnection> unwritten() {
        return Optional.ofNullable(connection).filter(GrizzlyConnection::isPending);
    }

    /**
     * It is closed. Waits until nothing is done with it any more, and ends the connection if the other side has
     * answered our close frame: the container takes the answer for the first close frame, and would answer it with one
     * more, which browsers take for a breach of the protocol.
     */
    void gone() {
        boolean mine = false;
        try {
            mine = lock.tryLock(LET_GO_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException serverEnds) {
            Thread.currentThread().interrupt();
        }
        gone = true;
        waiting.clear();
        if (mine) {
            boolean answered = closing;
            letGo();
            if (answered) {
                connection.terminate();
            }
        }
    }

    boolean isGone() {
        return gone;
    }

    /** Does something now, or when this thread has let go of the session. */
    void afterwards(Runnable task) {
        if (lock.isHeldByCurrentThread()) {
            putOff.add(task);
        } else {
            task.run();
        }
    }

    private void perform(Runnable task) {
        waiting.add(task);
        // Asked for anew after each time: what came while it was held finds nobody else.
        while (!lock.isHeldByCurrentThread() && !waiting.isEmpty() && lock.tryLock()) {
            try {
                for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                    if (!gone) {
                        next.run();
                    }
                }
            } finally {
                letGo();
            }
        }
    }

    private void letGo() {
        List<Runnable> now = List.of();
        if (lock.getHoldCount() == 1 && !putOff.isEmpty()) {
            now = List.copyOf(putOff);
            putOff.clear();
        }
        lock.unlock();
        now.forEach(Runnable::run);
    }
}
