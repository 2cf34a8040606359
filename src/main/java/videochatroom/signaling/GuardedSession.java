package videochatroom.signaling;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import videochatroom.payara.GrizzlyConnection;

/**
 * A session that nobody touches any more when it is gone. Payara gives the stream of a closed socket to the next one: a
 * thread that was still writing, say that the other participant left, then wrote into the answer to a stranger's
 * handshake. So whatever is done with a session is over before {@code @OnClose} returns, or is not begun.
 *
 * <p>Thread-safe. Containers call back from within: what that leads to, where it may want another session, is put off
 * until this one is let go of ({@link #afterwards}).
 */
final class GuardedSession {

    private static final Logger LOG = Logger.getLogger(GuardedSession.class.getName());

    /** Soon, for a container that takes this as a reason to end a connection. */
    private static final long SOON_MILLIS = 1;

    private final Session session;
    /** What the session came by; null where that is not known. */
    private final GrizzlyConnection connection;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Runnable> putOff = new ArrayList<>();
    private boolean gone;

    GuardedSession(Session session) {
        this.session = session;
        this.connection = (GrizzlyConnection) session.getUserProperties().get(EndpointFactory.CONNECTION);
    }

    /** Starts to send a text; the handler hears nothing if the session is gone. Throws what the container throws. */
    void sendText(String text, SendHandler handler) {
        enter();
        try {
            if (!gone) {
                session.getAsyncRemote().sendText(text, handler);
            }
        } finally {
            exit();
        }
    }

    /** Asks for a sign of life; false if that does not work any more. */
    boolean ping() {
        enter();
        try {
            if (!gone) {
                session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
            }
            return true;
        } catch (IOException | RuntimeException socketGone) {
            return false;
        } finally {
            exit();
        }
    }

    /** Closes it, if it is not closed. */
    void close(CloseReason reason) {
        enter();
        try {
            if (!gone) {
                session.close(reason);
            }
        } catch (IOException | RuntimeException goneAlready) {
            LOG.log(Level.FINE, "the socket was closed already", goneAlready);
        } finally {
            exit();
        }
    }

    /** Ends the connection of one who does not read, who else keeps it for ever. */
    void terminate() {
        if (connection != null) {
            connection.terminate();
            return;
        }
        enter();
        try {
            if (!gone) {
                session.setMaxIdleTimeout(SOON_MILLIS);
            }
        } catch (RuntimeException goneAlready) {
            LOG.log(Level.FINE, "the socket was closed already", goneAlready);
        } finally {
            exit();
        }
    }

    /** What will end the connection, if something still waits to be written though the session is closed. */
    Optional<GrizzlyConnection> unwritten() {
        return Optional.ofNullable(connection).filter(GrizzlyConnection::isPending);
    }

    /** It is closed. Waits until nothing is done with it any more. */
    void gone() {
        enter();
        gone = true;
        exit();
    }

    /** Does something now, or when this thread has let go of the session. */
    void afterwards(Runnable task) {
        if (lock.isHeldByCurrentThread()) {
            putOff.add(task);
        } else {
            task.run();
        }
    }

    private void enter() {
        lock.lock();
    }

    private void exit() {
        List<Runnable> now = List.of();
        if (lock.getHoldCount() == 1 && !putOff.isEmpty()) {
            now = List.copyOf(putOff);
            putOff.clear();
        }
        lock.unlock();
        now.forEach(Runnable::run);
    }
}
