package videochatroom.protocol;

import java.util.List;
import java.util.Objects;

/** A message to a client. */
public sealed interface ServerMessage {

    /** The name of the event. */
    String event();

    /**
     * The seat is taken.
     *
     * @param resumeToken gets it again, once
     * @param resumed whether it is a seat that was had before
     */
    record Joined(
            String roomName,
            String participantId,
            IceConfiguration ice,
            String resumeToken,
            boolean resumed,
            List<Peer> others)
            implements ServerMessage {
        public Joined {
            Objects.requireNonNull(ice, "ice");
            others = List.copyOf(others);
        }

        @Override
        public String event() {
            return "joined";
        }
    }

    /** Fresh credentials for the ICE servers. */
    record IceServers(List<IceServer> iceServers) implements ServerMessage {
        public IceServers {
            iceServers = List.copyOf(iceServers);
        }

        @Override
        public String event() {
            return "ice_servers";
        }
    }

    /** How full a room is, for one who only looks at it: nothing of who is there. */
    record RoomState(String roomName, Occupancy occupancy) implements ServerMessage {
        public RoomState {
            Objects.requireNonNull(occupancy, "occupancy");
        }

        @Override
        public String event() {
            return "room_state";
        }

        /** Whether somebody waits there, and whether there is a seat. The constants are the protocol's own words. */
        public enum Occupancy {
            empty,
            waiting,
            full
        }
    }

    /** The other participant's socket is lost, and his seat is kept. */
    record ParticipantReconnecting(String participantId) implements ServerMessage {
        @Override
        public String event() {
            return "participant_reconnecting";
        }
    }

    /**
     * The other participant has his seat again.
     *
     * @param keepsConnection whether his media connections are those of before
     */
    record ParticipantReturned(Peer peer, boolean keepsConnection) implements ServerMessage {
        public ParticipantReturned {
            Objects.requireNonNull(peer, "peer");
        }

        @Override
        public String event() {
            return "participant_returned";
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

    /**
     * What another participant said, with who and where added by the server.
     *
     * @param payload JSON text
     */
    record Relayed(RelayKind kind, String payload, String from, String roomName) implements ServerMessage {
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
