package videochatroom.signaling;

import static videochatroom.config.KnownSettings.JOIN_TIMEOUT;
import static videochatroom.config.KnownSettings.MAX_MESSAGE_BYTES;
import static videochatroom.config.KnownSettings.MAX_OUTBOX_BYTES;
import static videochatroom.config.KnownSettings.MESSAGES_PER_SECOND;
import static videochatroom.config.KnownSettings.MESSAGE_BURST;
import static videochatroom.config.KnownSettings.PING_INTERVAL;
import static videochatroom.config.KnownSettings.SILENCE_TIMEOUT;

import jakarta.websocket.CloseReason;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import videochatroom.config.Settings;
import videochatroom.ice.IceServers;
import videochatroom.metrics.Metrics;
import videochatroom.protocol.ClientMessage;
import videochatroom.protocol.ErrorCode;
import videochatroom.protocol.IceConfiguration;
import videochatroom.protocol.LeaveReason;
import videochatroom.protocol.MessageCodec;
import videochatroom.protocol.ProtocolException;
import videochatroom.protocol.ServerMessage;
import videochatroom.room.JoinRequest;
import videochatroom.room.RoomRegistry;

/**
 * One client's socket: its limits, its outbox and its state. The {@link RoomRegistry} knows where the client sits.
 *
 * <p>Thread-safe as far as it has to be. The container delivers frames one at a time (Jakarta WebSocket 2.1, section
 * 2.1.4), so fields that only frames touch are not guarded. Fields that the sweep, the outbox and other participants
 * touch from other threads are volatile or thread-safe.
 */
final class ClientConnection implements Requester {

    private static final Logger LOG = Logger.getLogger(ClientConnection.class.getName());

    /**
     * The limit of frames, as a multiple of that of messages: parts of large messages (Undertow delivers 16 KiB at
     * most) and pongs come in addition to whole messages. Frames have a limit of their own, because a message that
     * never ends is never counted.
     */
    private static final int FRAMES_PER_MESSAGE = 8;

    /** How long a flooding client may take to read the close frame. Short, because we still read from it. */
    private static final Duration FLOODING_CLOSE_TIMEOUT = Duration.ofSeconds(1);

    /** What all connections share. */
    record Services(
            MessageCodec codec,
            Dispatcher dispatcher,
            RoomRegistry registry,
            IceServers iceServers,
            Settings settings,
            Metrics metrics,
            LongSupplier nanoTime) {}

    private final Services services;
    private final SocketState state;
    private final SerializedTransport transport;
    private final WebSocketOutbox outbox;
    private final MessageAssembler assembler;
    /** For messages that are handled. */
    private final TokenBucket accepted;
    /** For messages that are refused; without a token for such a message the client floods. */
    private final TokenBucket tolerated;

    private final TokenBucket frames;

    private volatile long lastFrameAt;
    private volatile long lastPingAt;
    private volatile long askedForRoomAt;
    private boolean warnedOfRate;
    /** Null until it is needed. */
    private String testUser;
    /** Whether the client is about to connect, or has connected, and has not reported the time yet. */
    private volatile boolean awaitsConnectTime;

    ClientConnection(SocketTransport transport, Services services) {
        this.services = services;
        Settings settings = services.settings();
        LongSupplier nanoTime = services.nanoTime();
        this.state = new SocketState(nanoTime);
        this.transport = new SerializedTransport(transport, state);
        this.outbox = new WebSocketOutbox(
                this.transport,
                state,
                services.codec(),
                settings.get(MAX_OUTBOX_BYTES),
                () -> close(CloseReasonCode.NOT_READING),
                this::fail);
        this.assembler = new MessageAssembler(settings.get(MAX_MESSAGE_BYTES));
        this.accepted = new TokenBucket(settings.get(MESSAGE_BURST), settings.get(MESSAGES_PER_SECOND), nanoTime);
        this.tolerated = new TokenBucket(settings.get(MESSAGE_BURST), settings.get(MESSAGES_PER_SECOND), nanoTime);
        this.frames = new TokenBucket(
                settings.get(MESSAGE_BURST) * FRAMES_PER_MESSAGE,
                settings.get(MESSAGES_PER_SECOND) * FRAMES_PER_MESSAGE,
                nanoTime);
        this.lastFrameAt = nanoTime.getAsLong();
        this.lastPingAt = lastFrameAt;
        this.askedForRoomAt = lastFrameAt;
    }

    /** A part of a text message has arrived. */
    void onText(String part, boolean last) {
        onFrame();
        if (!state.isOpen()) {
            return;
        }
        if (last && !withinRate()) {
            assembler.discard();
            return;
        }
        try {
            var text = assembler.append(part, last);
            if (text.isPresent()) {
                ClientMessage message = services.codec().decode(text.get());
                message.dispatch(services.dispatcher(), this);
            }
        } catch (ProtocolException refused) {
            refuse(refused.refusal());
        } catch (RuntimeException fault) {
            LOG.log(Level.SEVERE, "A message was not handled", fault);
            refuse(new ServerMessage.Refusal(ErrorCode.INTERNAL_ERROR, null));
        }
    }

    /** A part of a binary message has arrived; the protocol has none. */
    void onBinary(boolean last) {
        onFrame();
        if (state.isOpen() && last && withinRate()) {
            refuse(new ServerMessage.Refusal(ErrorCode.BINARY_NOT_SUPPORTED, null));
        }
    }

    /** A frame has arrived: the client is alive, or floods. */
    void onFrame() {
        lastFrameAt = services.nanoTime().getAsLong();
        if (!frames.tryTake()) {
            close(CloseReasonCode.FLOODING);
        }
    }

    @Override
    public void enqueue(ServerMessage message) {
        outbox.enqueue(message);
    }

    @Override
    public void flush() {
        outbox.flush();
    }

    @Override
    public IceConfiguration iceConfiguration(String participantId) {
        return services.iceServers().configurationFor(participantId);
    }

    @Override
    public void takenOver() {
        close(CloseReasonCode.TAKEN_OVER);
    }

    @Override
    public void expectCall(boolean expected) {
        awaitsConnectTime = expected;
    }

    /** Counts one report for each call, so that no client can distort the metrics without bound. */
    @Override
    public void callConnected(ClientMessage.CallConnected report) {
        if (awaitsConnectTime) {
            awaitsConnectTime = false;
            services.metrics().connected(report.after(), report.byRelay());
        }
    }

    @Override
    public void relayed() {
        services.metrics().relayed(assembler.bytesOfLast());
    }

    @Override
    public void asksForRoom() {
        askedForRoomAt = services.nanoTime().getAsLong();
    }

    @Override
    public String testUser() {
        if (testUser == null) {
            testUser = IceServers.testUser("test");
        }
        return testUser;
    }

    @Override
    public RoomRegistry.Admission join(JoinRequest request) {
        asksForRoom();
        RoomRegistry.Admission admission = services.registry().join(this, request);
        if (!state.isOpen()) {
            // The socket was closed while the seat was being taken: the thread that closed it found no seat to free.
            services.registry().lost(this);
        }
        return admission;
    }

    /** How much waits to be sent, in bytes of memory. Any thread may ask. */
    long queuedBytes() {
        return outbox.queuedBytes();
    }

    SocketState state() {
        return state;
    }

    /** Closes an open socket that is silent, or has been in no room for too long. Pings one that is quiet. */
    void checkLiveness() {
        if (!state.isOpen()) {
            return;
        }
        Settings settings = services.settings();
        boolean silent = isPast(settings.get(SILENCE_TIMEOUT), lastFrameAt);
        boolean roomless = !services.registry().isPlaced(this) && isPast(settings.get(JOIN_TIMEOUT), askedForRoomAt);
        if (silent || roomless) {
            close(CloseReasonCode.TIMED_OUT);
        } else if (isPast(settings.get(PING_INTERVAL), lastFrameAt)
                && isPast(settings.get(PING_INTERVAL), lastPingAt)) {
            lastPingAt = services.nanoTime().getAsLong();
            transport.ping(this::fail);
        }
    }

    /** Terminates a socket whose close handshake has timed out. Flooding clients get one second. */
    void terminateIfClosingFor(Duration timeout) {
        boolean flooding =
                state.reason().filter(CloseReasonCode.FLOODING::equals).isPresent();
        if (state.isOlderThan(flooding ? FLOODING_CLOSE_TIMEOUT : timeout)) {
            transport.terminate();
        }
    }

    /** Whether data still waits to be written although the container has reported the end of the socket. */
    boolean hasUnsentData() {
        return transport.hasUnsentData();
    }

    /**
     * Terminates the connection of a closed socket whose data was not read in time.
     *
     * @return whether the time is over, and nothing is left to do
     */
    boolean terminateIfClosedFor(Duration timeout) {
        boolean over = state.isOlderThan(timeout);
        if (over) {
            transport.terminate();
        }
        return over;
    }

    /** Closes the socket for a reason of the server's. Does nothing if it is not open any more. */
    void close(CloseReasonCode reason) {
        if (!state.beginClosing(reason)) {
            return;
        }
        if (reason.isBreachOfLimit()) {
            services.registry().leave(this, LeaveReason.REMOVED);
        } else {
            services.registry().lost(this);
        }
        outbox.clear(() -> transport.close(reason.toCloseReason()));
    }

    /** Closes a socket that does not work any more. */
    void fail() {
        state.beginClosing(null);
        outbox.clear();
        services.registry().lost(this);
        transport.close(new CloseReason(CloseReason.CloseCodes.UNEXPECTED_CONDITION, null));
    }

    /**
     * The container has reported the end of the socket. Returns when nothing uses its session any more.
     *
     * @param code that the container reports; the server's own reason counts instead, if there is one
     */
    void closed(int code) {
        // First of all, so that nothing more is queued while this thread waits for the one that holds the transport.
        state.beginClosing(null);
        services.metrics().closed(state.reason().map(CloseReasonCode::getCode).orElse(code));
        outbox.clear();
        transport.closed();
        services.registry().lost(this);
    }

    private void refuse(ServerMessage.Refusal refusal) {
        services.metrics().refused(refusal.code());
        outbox.send(refusal);
    }

    /** Whether the next message may be handled. A client that keeps sending at more than twice its rate floods. */
    private boolean withinRate() {
        if (accepted.tryTake()) {
            warnedOfRate = false;
            return true;
        }
        if (!tolerated.tryTake()) {
            close(CloseReasonCode.FLOODING);
        } else if (!warnedOfRate) {
            warnedOfRate = true;
            refuse(new ServerMessage.Refusal(ErrorCode.TOO_MANY_MESSAGES, null));
        }
        return false;
    }

    private boolean isPast(Duration limit, long since) {
        return services.nanoTime().getAsLong() - since > limit.toNanos();
    }
}
