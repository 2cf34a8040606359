package videochatroom.protocol;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** A message from a client. Its shape is checked; whether the rooms allow it is not. Immutable. */
public sealed interface ClientMessage {

    /**
     * Calls the handler's method for this message.
     *
     * @param sender passed on to it
     * @throws ProtocolException if the handler refuses the message
     */
    <S> void dispatch(Handler<? super S> handler, S sender) throws ProtocolException;

    /**
     * Handles messages. A new message is a new method here, so that no handler can forget it.
     *
     * @param <S> the type of the sender
     */
    interface Handler<S> {
        void joinRoom(JoinRoom message, S sender) throws ProtocolException;

        void leaveRoom(LeaveRoom message, S sender) throws ProtocolException;

        void lookAtRoom(LookAtRoom message, S sender) throws ProtocolException;

        void requestIceServers(RequestIceServers message, S sender) throws ProtocolException;

        void ping(Ping message, S sender) throws ProtocolException;

        void callConnected(CallConnected message, S sender) throws ProtocolException;

        void relay(Relay message, S sender) throws ProtocolException;
    }

    /**
     * Takes a seat.
     *
     * @param roomName as the client wrote it, not yet normalised
     * @param extended whether the client speaks the extended protocol; one that joins with a bare string speaks the
     *     basic one
     * @param resumeToken of the seat that the client claims
     * @param attempt a secret of this client, which it repeats with the same token, or with none, until it is answered
     * @param keepsConnection whether the client's media connections are still the same
     * @param waits whether the client wants a seat later if none is free now
     * @param onlyReturns whether the client wants no other seat than its own
     */
    record JoinRoom(
            String roomName,
            boolean extended,
            Optional<String> resumeToken,
            Optional<String> attempt,
            boolean keepsConnection,
            boolean waits,
            boolean onlyReturns)
            implements ClientMessage {
        public JoinRoom {
            Objects.requireNonNull(roomName, "roomName");
            Objects.requireNonNull(resumeToken, "resumeToken");
            Objects.requireNonNull(attempt, "attempt");
        }

        @Override
        public <S> void dispatch(Handler<? super S> handler, S sender) throws ProtocolException {
            handler.joinRoom(this, sender);
        }

        /** The request of a client of the basic protocol. */
        static JoinRoom bare(String roomName) {
            return new JoinRoom(roomName, false, Optional.empty(), Optional.empty(), false, false, false);
        }
    }

    /**
     * Gives up the seat, or the place in the queue.
     *
     * @param mayReturn whether the page goes away and may only be reloading
     */
    record LeaveRoom(boolean mayReturn) implements ClientMessage {
        @Override
        public <S> void dispatch(Handler<? super S> handler, S sender) throws ProtocolException {
            handler.leaveRoom(this, sender);
        }
    }

    /**
     * Asks how full a room is, without joining it.
     *
     * @param roomName as the client wrote it, not yet normalised
     */
    record LookAtRoom(String roomName) implements ClientMessage {
        public LookAtRoom {
            Objects.requireNonNull(roomName, "roomName");
        }

        @Override
        public <S> void dispatch(Handler<? super S> handler, S sender) throws ProtocolException {
            handler.lookAtRoom(this, sender);
        }
    }

    /** Asks for ICE servers with fresh credentials. */
    record RequestIceServers() implements ClientMessage {
        @Override
        public <S> void dispatch(Handler<? super S> handler, S sender) throws ProtocolException {
            handler.requestIceServers(this, sender);
        }
    }

    /** Asks for a {@link ServerMessage.Pong}. */
    record Ping() implements ClientMessage {
        @Override
        public <S> void dispatch(Handler<? super S> handler, S sender) throws ProtocolException {
            handler.ping(this, sender);
        }
    }

    /**
     * Reports for the operator's metrics how long it took to connect. Ignored if no call has begun.
     *
     * @param after the time from meeting the other participant, {@link #MAX_TIME} at most
     * @param byRelay whether a TURN server relays the media
     */
    record CallConnected(Duration after, boolean byRelay) implements ClientMessage {
        /** Longer than any browser tries. */
        public static final Duration MAX_TIME = Duration.ofHours(1);

        public CallConnected {
            if (after.isNegative() || after.compareTo(MAX_TIME) > 0) {
                throw new IllegalArgumentException("the time is " + after);
            }
        }

        @Override
        public <S> void dispatch(Handler<? super S> handler, S sender) throws ProtocolException {
            handler.callConnected(this, sender);
        }
    }

    /**
     * A message for the other participant.
     *
     * @param payload the JSON text of the member that {@code kind} carries, unchanged
     * @param to the participant that it is for; empty for whoever is there
     */
    record Relay(RelayKind kind, String payload, Optional<String> to) implements ClientMessage {
        public Relay {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(payload, "payload");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public <S> void dispatch(Handler<? super S> handler, S sender) throws ProtocolException {
            handler.relay(this, sender);
        }
    }
}
