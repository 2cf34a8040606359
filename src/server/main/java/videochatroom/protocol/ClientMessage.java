package videochatroom.protocol;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** A message from a client, checked as far as it can be without knowing the rooms. */
public sealed interface ClientMessage {

    /**
     * Takes a seat.
     *
     * @param roomName as the client wrote it, not yet normalised
     * @param takesOfferRequests whether the client understands {@code request_offer}: one that joins with a bare string
     *     knows only the original's events
     * @param resumeToken of a seat it says to have had
     * @param attempt what only this client knows, and repeats with the same token, or with none, until it is answered
     * @param keepsConnection whether its media connections are those of before
     * @param waits whether it is to be seated later, if there is no seat now
     */
    record JoinRoom(
            String roomName,
            boolean takesOfferRequests,
            Optional<String> resumeToken,
            Optional<String> attempt,
            boolean keepsConnection,
            boolean waits)
            implements ClientMessage {
        public JoinRoom {
            Objects.requireNonNull(roomName, "roomName");
            Objects.requireNonNull(resumeToken, "resumeToken");
            Objects.requireNonNull(attempt, "attempt");
        }

        /** As the original's client asks. */
        static JoinRoom bare(String roomName) {
            return new JoinRoom(roomName, false, Optional.empty(), Optional.empty(), false, false);
        }
    }

    /**
     * Gives the seat up, or waits for one no more.
     *
     * @param mayReturn whether the page only goes away, as it does when it is reloaded
     */
    record LeaveRoom(boolean mayReturn) implements ClientMessage {}

    /**
     * Asks how full a room is, without going in.
     *
     * @param roomName as the client wrote it, not yet normalised
     */
    record LookAtRoom(String roomName) implements ClientMessage {
        public LookAtRoom {
            Objects.requireNonNull(roomName, "roomName");
        }
    }

    /** Asks for ICE servers with fresh credentials. */
    record RequestIceServers() implements ClientMessage {}

    /** Asks for a {@link ServerMessage.Pong}. */
    record Ping() implements ClientMessage {}

    /**
     * Tells the operator's metrics how long it took to connect. Whoever sends it when no call began is not listened to.
     *
     * @param after meeting the other participant, {@link #LONGEST} at most
     * @param byRelay whether media goes through a TURN server
     */
    record CallConnected(Duration after, boolean byRelay) implements ClientMessage {
        /** Longer than any browser tries. */
        public static final Duration LONGEST = Duration.ofHours(1);

        public CallConnected {
            if (after.isNegative() || after.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("a time of " + after);
            }
        }
    }

    /**
     * Something for the other participant.
     *
     * @param payload what {@code kind} carries: JSON text, as it came
     * @param to whom it is meant for; empty: whoever is there
     */
    record Relay(RelayKind kind, String payload, Optional<String> to) implements ClientMessage {
        public Relay {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(payload, "payload");
            Objects.requireNonNull(to, "to");
        }
    }
}
