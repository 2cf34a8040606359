package videochatroom.protocol;

import jakarta.json.JsonValue;
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
     */
    record JoinRoom(String roomName, boolean takesOfferRequests) implements ClientMessage {
        public JoinRoom {
            Objects.requireNonNull(roomName, "roomName");
        }
    }

    /** Gives the seat up. */
    record LeaveRoom() implements ClientMessage {}

    /** Asks for a {@link ServerMessage.Pong}. */
    record Ping() implements ClientMessage {}

    /**
     * Something for the other participant.
     *
     * @param payload what {@code kind} carries, as it came
     * @param to whom it is meant for; empty: whoever is there
     */
    record Relay(RelayKind kind, JsonValue payload, Optional<String> to) implements ClientMessage {
        public Relay {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(payload, "payload");
            Objects.requireNonNull(to, "to");
        }
    }
}
