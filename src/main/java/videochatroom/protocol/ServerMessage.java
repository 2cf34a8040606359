package videochatroom.protocol;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;

/** A message to a client. */
public sealed interface ServerMessage {

    /** The name of the event. */
    String event();

    /** The seat is taken. */
    record Joined(String roomName, String participantId, List<IceServer> iceServers, List<Peer> others)
            implements ServerMessage {
        public Joined {
            iceServers = List.copyOf(iceServers);
            others = List.copyOf(others);
        }

        @Override
        public String event() {
            return "joined";
        }
    }

    /** To the one who waits: somebody came, and is to be offered a connection. */
    record AnotherPersonReady(Peer peer) implements ServerMessage {
        public AnotherPersonReady {
            Objects.requireNonNull(peer, "peer");
        }

        @Override
        public String event() {
            return "another_person_ready";
        }
    }

    /** The other participant is gone. */
    record ParticipantLeft(String participantId, LeaveReason reason) implements ServerMessage {
        @Override
        public String event() {
            return "participant_left";
        }
    }

    /** To the one turned away: the room is full. */
    record TooManyPeople(String roomName, int capacity) implements ServerMessage {
        @Override
        public String event() {
            return "too_many_people";
        }
    }

    /** What another participant said, with who and where added by the server. */
    record Relayed(RelayKind kind, JsonValue payload, String from, String roomName) implements ServerMessage {
        public Relayed {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(payload, "payload");
        }

        @Override
        public String event() {
            return kind.event();
        }
    }

    /** The answer to a {@link ClientMessage.Ping}. */
    record Pong() implements ServerMessage {
        @Override
        public String event() {
            return "pong";
        }
    }

    /**
     * A frame was refused.
     *
     * @param refusedEvent the event it named; null where that could not be read
     */
    record Refusal(ErrorCode code, String refusedEvent) implements ServerMessage {
        public Refusal {
            Objects.requireNonNull(code, "code");
        }

        @Override
        public String event() {
            return "error";
        }
    }
}
