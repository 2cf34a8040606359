package videochatroom.signaling;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import videochatroom.config.Settings;
import videochatroom.protocol.ErrorCode;
import videochatroom.protocol.LeaveReason;
import videochatroom.protocol.MessageCodec;
import videochatroom.protocol.ProtocolException;
import videochatroom.protocol.ServerMessage;
import videochatroom.room.Outbox;

/**
 * One socket: its limits, its outbox and its seat.
 *
 * <p>Frames come one at a time (Jakarta WebSocket 2.1, section 2.1.4), so what only they touch is not guarded. What the
 * sweep and the outbox touch from other threads is volatile or atomic; {@code seat} is taken out by whoever ends it.
 */
final class Connection {

    private static final Logger LOG = Logger.getLogger(Connection.class.getName());

    private final Session session;
    private final MessageCodec codec;
    private final Dispatcher dispatcher;
    private final LongSupplier nanoTime;
    private final WebSocketOutbox outbox;
    private final FrameAssembler assembler;
    private final TokenBucket rate;
    private final TokenBucket patience;

    private final AtomicReference<Seat> seat = new AtomicReference<>();
    private volatile boolean ended;
    private volatile long heardAt;
    private volatile long wantedRoomAt;
    private boolean toldToSlowDown;

    Connection(Session session, MessageCodec codec, Dispatcher dispatcher, Settings settings, LongSupplier nanoTime) {
        this.session = session;
        this.codec = codec;
        this.dispatcher = dispatcher;
        this.nanoTime = nanoTime;
        this.outbox = new WebSocketOutbox(
                session.getAsyncRemote(),
                codec,
                settings.maxOutboxBytes(),
                () -> close(CloseReasonCode.NOT_READING),
                this::fail);
        this.assembler = new FrameAssembler(settings.maxMessageBytes());
        this.rate = new TokenBucket(settings.messageBurst(), settings.messagesPerSecond(), nanoTime);
        this.patience = new TokenBucket(settings.messageBurst(), settings.messagesPerSecond(), nanoTime);
        this.heardAt = nanoTime.getAsLong();
        this.wantedRoomAt = heardAt;
    }

    /** Takes a part of a text message. */
    void onText(String part, boolean last) {
        heard();
        if (last && !withinRate()) {
            assembler.discard();
            return;
        }
        try {
            var frame = assembler.append(part, last);
            if (frame.isPresent()) {
                dispatcher.dispatch(codec.decode(frame.get()), this);
            }
        } catch (ProtocolException refused) {
            outbox.send(refused.refusal());
        } catch (RuntimeException fault) {
            LOG.log(Level.SEVERE, "a message was not handled", fault);
            outbox.send(new ServerMessage.Refusal(ErrorCode.INTERNAL_ERROR, null));
        }
    }

    /** Takes a part of a binary message, of which the protocol has none. */
    void onBinary(boolean last) {
        heard();
        if (last && withinRate()) {
            outbox.send(new ServerMessage.Refusal(ErrorCode.BINARY_NOT_SUPPORTED, null));
        }
    }

    /** Takes note of a sign of life. */
    void heard() {
        heardAt = nanoTime.getAsLong();
    }

    /** Takes note that the client asks for a room, whether it gets one or not. */
    void wantsRoom() {
        wantedRoomAt = nanoTime.getAsLong();
    }

    Outbox outbox() {
        return outbox;
    }

    /** The seat this socket holds, or null. */
    Seat seat() {
        return seat.get();
    }

    void sit(Seat taken) {
        seat.set(taken);
        if (ended) {
            // The socket went while the seat was being taken: whoever ended it found none to free.
            standUp(LeaveReason.CONNECTION_LOST);
        }
    }

    /** Frees the seat, if there is one. */
    void standUp(LeaveReason reason) {
        Seat left = seat.getAndSet(null);
        if (left != null) {
            wantedRoomAt = nanoTime.getAsLong();
            left.free(reason);
        }
    }

    /** Closes the socket if it is dead, or has been in no room for too long; else asks it for a sign of life. */
    void examine(Duration silenceTimeout, Duration joinTimeout) {
        boolean silent = olderThan(silenceTimeout, heardAt);
        boolean idle = seat.get() == null && olderThan(joinTimeout, wantedRoomAt);
        if (silent || idle) {
            close(CloseReasonCode.TIMED_OUT);
            return;
        }
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException socketGone) {
            fail();
        }
    }

    /** Closes the socket by the server's own wish. */
    void close(CloseReasonCode reason) {
        end(reason.leaveReason());
        closeSession(reason.toCloseReason());
    }

    /** Closes a socket that does not work any more. */
    void fail() {
        end(LeaveReason.CONNECTION_LOST);
        closeSession(new CloseReason(CloseReason.CloseCodes.UNEXPECTED_CONDITION, null));
    }

    /** The socket is gone, or as good as gone. */
    void end(LeaveReason reason) {
        ended = true;
        outbox.close();
        standUp(reason);
    }

    private void closeSession(CloseReason reason) {
        try {
            session.close(reason);
        } catch (IOException | RuntimeException goneAlready) {
            LOG.log(Level.FINE, "the socket was closed already", goneAlready);
        }
    }

    /** Whether the next message may be handled. Twice the rate is refused, and more than that, kept up, is a flood. */
    private boolean withinRate() {
        if (rate.tryTake()) {
            toldToSlowDown = false;
            return true;
        }
        if (!patience.tryTake()) {
            close(CloseReasonCode.FLOODING);
        } else if (!toldToSlowDown) {
            toldToSlowDown = true;
            outbox.send(new ServerMessage.Refusal(ErrorCode.TOO_MANY_MESSAGES, null));
        }
        return false;
    }

    private boolean olderThan(Duration age, long since) {
        return nanoTime.getAsLong() - since > age.toNanos();
    }
}
