package videochatroom.protocol;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Objects;

/** A message to a client. Immutable. */
public sealed interface ServerMessage {

    /** The name of the event. */
    String event();

    /** The data of the event, as JSON-B writes it. Null if the event has none. */
    Object data();

    /**
     * The client has a seat.
     *
     * @param resumeToken takes the seat again, once
     * @param resumed whether the client had the seat before
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

        @Override
        public Joined.Data data() {
            return new Joined.Data(
                    roomName, participantId, ice.servers(), ice.transportPolicy(), resumeToken, resumed, others);
        }

        /** On the wire, the ICE configuration is not an object of its own. */
        public record Data(
                String roomName,
                String participantId,
                List<IceServer> iceServers,
                IceConfiguration.TransportPolicy iceTransportPolicy,
                String resumeToken,
                boolean resumed,
                List<Peer> others) {}
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

        @Override
        public IceServers data() {
            return this;
        }
    }

    /** How full a room is, for a client outside it. It does not say who is there. */
    record RoomState(String roomName, Occupancy occupancy) implements ServerMessage {
        public RoomState {
            Objects.requireNonNull(occupancy, "occupancy");
        }

        @Override
        public String event() {
            return "room_state";
        }

        @Override
        public RoomState data() {
            return this;
        }

        /** Whether a participant waits in the room, and whether a seat is free. */
        public enum Occupancy implements WireEnum {
            EMPTY,
            WAITING,
            FULL
        }
    }

    /** The other participant's socket is lost, and their seat is kept. */
    record ParticipantReconnecting(String participantId) implements ServerMessage {
        @Override
        public String event() {
            return "participant_reconnecting";
        }

        @Override
        public ParticipantReconnecting data() {
            return this;
        }
    }

    /**
     * The other participant has their seat again.
     *
     * @param keepsConnection whether their media connections are still the same
     */
    record ParticipantReturned(Peer peer, boolean keepsConnection) implements ServerMessage {
        public ParticipantReturned {
            Objects.requireNonNull(peer, "peer");
        }

        @Override
        public String event() {
            return "participant_returned";
        }

        @Override
        public ParticipantReturned.Data data() {
            return new ParticipantReturned.Data(
                    peer.participantId(), peer.role(), peer.polite(), peer.extended(), keepsConnection);
        }

        /** On the wire, the peer is not an object of its own. */
        public record Data(
                String participantId,
                Peer.Role role,
                boolean polite,
                @JsonbProperty("takesOfferRequests") boolean extended,
                boolean keepsConnection) {}
    }

    /** The other participant has come. The receiver sends an offer. */
    record AnotherPersonReady(Peer peer) implements ServerMessage {
        public AnotherPersonReady {
            Objects.requireNonNull(peer, "peer");
        }

        @Override
        public String event() {
            return "another_person_ready";
        }

        @Override
        public Peer data() {
            return peer;
        }
    }

    /** The other participant has left. */
    record ParticipantLeft(String participantId, LeaveReason reason) implements ServerMessage {
        public ParticipantLeft {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String event() {
            return "participant_left";
        }

        @Override
        public ParticipantLeft data() {
            return this;
        }
    }

    /** The room is full, and the client has no seat. */
    record TooManyPeople(String roomName, int capacity) implements ServerMessage {
        @Override
        public String event() {
            return "too_many_people";
        }

        @Override
        public TooManyPeople data() {
            return this;
        }
    }

    /**
     * What another participant sent, with the sender and the room added by the server.
     *
     * @param payload JSON text, which {@link MessageCodec} passes on as it came
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

        @Override
        public Object data() {
            throw new UnsupportedOperationException("the payload is JSON text already");
        }
    }

    /** The answer to a {@link ClientMessage.Ping}. */
    record Pong() implements ServerMessage {
        @Override
        public String event() {
            return "pong";
        }

        @Override
        public Object data() {
            return null;
        }
    }

    /**
     * A frame was refused.
     *
     * @param refusedEvent the event of the frame; null if it could not be read
     */
    record Refusal(ErrorCode code, String refusedEvent) implements ServerMessage {
        public Refusal {
            Objects.requireNonNull(code, "code");
        }

        @Override
        public String event() {
            return "error";
        }

        @Override
        public Refusal.Data data() {
            return new Refusal.Data(code, code.message(), refusedEvent);
        }

        /** The code for programs, the sentence for people. */
        public record Data(ErrorCode code, String message, String event) {}
    }
}
