package videochatroom.signaling;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import videochatroom.config.Settings;
import videochatroom.ice.IceServers;
import videochatroom.metrics.Metrics;
import videochatroom.payara.GrizzlyConnection;
import videochatroom.protocol.ClientMessage;
import videochatroom.protocol.ErrorCode;
import videochatroom.protocol.IceConfiguration;
import videochatroom.protocol.LeaveReason;
import videochatroom.protocol.MessageCodec;
import videochatroom.protocol.ProtocolException;
import videochatroom.protocol.ServerMessage;
import videochatroom.room.Client;
import videochatroom.room.JoinRequest;
import videochatroom.room.RoomRegistry;

/**
 * One socket: its limits and its outbox. Where it sits, the registry knows.
 *
 * <p>Frames come one at a time (Jakarta WebSocket 2.1, section 2.1.4), so what only they touch is not guarded. What the
 * sweep, the outbox and other participants touch from other threads is volatile or thread-safe itself.
 */
final class Connection implements Client {

    private static final Logger LOG = Logger.getLogger(Connection.class.getName());

    /**
     * What a client may send beside whole messages: parts of large ones (Undertow hands over 16 KiB at most), and
     * pongs. All together they are limited as well, since a message of endless parts is never a message too many.
     */
    private static final int FRAMES_PER_MESSAGE = 8;

    /** How long one who floods us may take to read why he is closed. */
    private static final Duration FLOODED = Duration.ofSeconds(1);

    private final GuardedSession session;
    private final MessageCodec codec;
    private final Dispatcher dispatcher;
    private final RoomRegistry registry;
    private final IceServers iceServers;
    private final Metrics metrics;
    private final LongSupplier nanoTime;
    private final WebSocketOutbox outbox;
    private final FrameAssembler assembler;
    private final TokenBucket rate;
    private final TokenBucket patience;
    private final TokenBucket frames;

    private volatile boolean ended;
    private volatile long endedAt;
    /** Why the server closes the socket; null if it does not. The first reason is what counts. */
    private volatile CloseReasonCode closing;

    private volatile long heardAt;
    private volatile long pingedAt;
    private volatile long wantedRoomAt;
    private boolean toldToSlowDown;
    /** Whether a call began of which nothing was reported yet. */
    private volatile boolean callBegan;

    Connection(
            Session session,
            MessageCodec codec,
            Dispatcher dispatcher,
            RoomRegistry registry,
            IceServers iceServers,
            Settings settings,
            Metrics metrics,
            LongSupplier nanoTime) {
        this.session = new GuardedSession(session);
        this.codec = codec;
        this.dispatcher = dispatcher;
        this.registry = registry;
        this.iceServers = iceServers;
        this.metrics = metrics;
        this.nanoTime = nanoTime;
        this.outbox = new WebSocketOutbox(
                this.session, codec, settings.maxOutboxBytes(), () -> close(CloseReasonCode.NOT_READING), this::fail);
        this.assembler = new FrameAssembler(settings.maxMessageBytes());
        this.rate = new TokenBucket(settings.messageBurst(), settings.messagesPerSecond(), nanoTime);
        this.patience = new TokenBucket(settings.messageBurst(), settings.messagesPerSecond(), nanoTime);
        this.frames = new TokenBucket(
                settings.messageBurst() * FRAMES_PER_MESSAGE,
                settings.messagesPerSecond() * FRAMES_PER_MESSAGE,
                nanoTime);
        this.heardAt = nanoTime.getAsLong();
        this.pingedAt = heardAt;
        this.wantedRoomAt = heardAt;
    }

    /** Takes a part of a text message. */
    void onText(String part, boolean last) {
        heard();
        if (ended) {
            return;
        }
        if (last && !withinRate()) {
            assembler.discard();
            return;
        }
        try {
            var frame = assembler.append(part, last);
            if (frame.isPresent()) {
                ClientMessage message = codec.decode(frame.get());
                dispatcher.dispatch(message, this);
                if (message instanceof ClientMessage.Relay) {
                    metrics.relayed(assembler.bytesOfLast());
                }
            }
        } catch (ProtocolException refused) {
            refuse(refused.refusal());
        } catch (RuntimeException fault) {
            LOG.log(Level.SEVERE, "a message was not handled", fault);
            refuse(new ServerMessage.Refusal(ErrorCode.INTERNAL_ERROR, null));
        }
    }

    /** Takes a part of a binary message, of which the protocol has none. */
    void onBinary(boolean last) {
        heard();
        if (!ended && last && withinRate()) {
            refuse(new ServerMessage.Refusal(ErrorCode.BINARY_NOT_SUPPORTED, null));
        }
    }

    /** Takes note of a sign of life, of which there may be too many. */
    void heard() {
        heardAt = nanoTime.getAsLong();
        if (!frames.tryTake() && !ended) {
            close(CloseReasonCode.FLOODING);
        }
    }

    @Override
    public void enqueue(ServerMessage message) {
        if (!(message instanceof ServerMessage.Relayed)) {
            count(message);
        }
        outbox.enqueue(message);
    }

    @Override
    public void flush() {
        outbox.flush();
    }

    @Override
    public IceConfiguration iceConfiguration(String participantId) {
        return iceServers.configurationFor(participantId);
    }

    @Override
    public void takenOver() {
        close(CloseReasonCode.TAKEN_OVER);
    }

    /** Takes note of how long it took to connect: once a call, so that nobody can tell tales without end. */
    void callConnected(ClientMessage.CallConnected report) {
        if (callBegan) {
            callBegan = false;
            metrics.connected(report.after(), report.byRelay());
        }
    }

    /** What waits to be sent, in bytes. */
    long queuedBytes() {
        return outbox.queuedBytes();
    }

    /** Takes note that somebody stands before a room, and may come in. */
    void stillWantsRoom() {
        wantedRoomAt = nanoTime.getAsLong();
    }

    /** Asks for a seat. */
    RoomRegistry.Admission join(JoinRequest request) {
        stillWantsRoom();
        RoomRegistry.Admission admission = registry.join(this, request);
        if (ended) {
            // The socket went while the seat was being taken: whoever ended it found none to give up.
            registry.lost(this);
        }
        return admission;
    }

    /**
     * Closes the socket if it is dead, or has been in no room for too long; asks it for a sign of life if none came.
     */
    void examine(Duration pingInterval, Duration silenceTimeout, Duration joinTimeout) {
        if (ended) {
            return;
        }
        boolean silent = olderThan(silenceTimeout, heardAt);
        boolean idle = !registry.isPlaced(this) && olderThan(joinTimeout, wantedRoomAt);
        if (silent || idle) {
            close(CloseReasonCode.TIMED_OUT);
        } else if (olderThan(pingInterval, heardAt) && olderThan(pingInterval, pingedAt)) {
            ping();
        }
    }

    /** Whether the server has closed it, or it is gone. */
    boolean isEnded() {
        return ended;
    }

    boolean isGone() {
        return session.isGone();
    }

    /** Ends it, if it was closed so long ago and is still there: one who floods us sooner, since he is still read. */
    void terminateAfter(Duration patience) {
        Duration his = closing == CloseReasonCode.FLOODING ? FLOODED : patience;
        if (ended && olderThan(his, endedAt)) {
            session.terminate();
        }
    }

    private void ping() {
        pingedAt = nanoTime.getAsLong();
        session.ping(this::fail);
    }

    /** Closes the socket by the server's own wish. */
    void close(CloseReasonCode reason) {
        end();
        if (closing == null) {
            closing = reason;
        }
        if (reason == CloseReasonCode.NOT_READING || reason == CloseReasonCode.FLOODING) {
            registry.leave(this, LeaveReason.REMOVED);
        } else {
            registry.lost(this);
        }
        outbox.close(() -> session.close(reason.toCloseReason()));
    }

    /** Closes a socket that does not work any more. */
    void fail() {
        end();
        outbox.close();
        registry.lost(this);
        session.close(new CloseReason(CloseReason.CloseCodes.UNEXPECTED_CONDITION, null));
    }

    /** Why it is closed: the server's own reason, where it has one, or else what the container found. */
    int closeCode(int found) {
        CloseReasonCode own = closing;
        return own == null ? found : own.getCode();
    }

    /** The socket is closed. What will end the connection beneath, if something still waits to be written to it. */
    Optional<GrizzlyConnection> gone() {
        end();
        outbox.close();
        session.gone();
        registry.lost(this);
        return session.unwritten();
    }

    private void count(ServerMessage message) {
        if (message instanceof ServerMessage.Joined joined) {
            metrics.joined();
            callBegan = !joined.others().isEmpty();
        } else if (message instanceof ServerMessage.AnotherPersonReady
                || message instanceof ServerMessage.ParticipantReturned) {
            callBegan = true;
        } else if (message instanceof ServerMessage.TooManyPeople) {
            metrics.foundFull();
        }
    }

    private void refuse(ServerMessage.Refusal refusal) {
        metrics.refused(refusal.code());
        outbox.send(refusal);
    }

    private void end() {
        if (!ended) {
            endedAt = nanoTime.getAsLong();
            ended = true;
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
            refuse(new ServerMessage.Refusal(ErrorCode.TOO_MANY_MESSAGES, null));
        }
        return false;
    }

    private boolean olderThan(Duration age, long since) {
        return nanoTime.getAsLong() - since > age.toNanos();
    }
}
