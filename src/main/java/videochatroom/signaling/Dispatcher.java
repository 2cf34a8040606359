package videochatroom.signaling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import videochatroom.ice.IceServers;
import videochatroom.protocol.ClientMessage;
import videochatroom.protocol.ClientMessage.JoinRoom;
import videochatroom.protocol.ClientMessage.LeaveRoom;
import videochatroom.protocol.ClientMessage.Ping;
import videochatroom.protocol.ClientMessage.Relay;
import videochatroom.protocol.ErrorCode;
import videochatroom.protocol.LeaveReason;
import videochatroom.protocol.ProtocolException;
import videochatroom.protocol.ServerMessage;
import videochatroom.room.Participant;
import videochatroom.room.RoomName;
import videochatroom.room.RoomRegistry;

/** What each message of a client does. Thread-safe: keeps nothing. */
@ApplicationScoped
class Dispatcher {

    private RoomRegistry registry;
    private IceServers iceServers;

    /** For the proxy that CDI makes. */
    protected Dispatcher() {}

    @Inject
    Dispatcher(RoomRegistry registry, IceServers iceServers) {
        this.registry = registry;
        this.iceServers = iceServers;
    }

    void dispatch(ClientMessage message, Connection connection) throws ProtocolException {
        if (message instanceof Relay relay) {
            seatOf(connection, relay.kind().event()).relay(relay);
        } else if (message instanceof Ping) {
            connection.outbox().send(new ServerMessage.Pong());
        } else if (message instanceof JoinRoom join) {
            join(join, connection);
        } else if (message instanceof LeaveRoom) {
            seatOf(connection, "leave_room");
            connection.standUp(LeaveReason.LEFT);
        }
    }

    private void join(JoinRoom join, Connection connection) throws ProtocolException {
        if (connection.seat() != null) {
            throw new ProtocolException(ErrorCode.ALREADY_JOINED, "join_room");
        }
        RoomName name = RoomName.parse(join.roomName())
                .orElseThrow(() -> new ProtocolException(ErrorCode.INVALID_ROOM_NAME, "join_room"));
        connection.wantsRoom();
        Participant newcomer = Participant.arriving(join.takesOfferRequests(), connection.outbox());
        switch (registry.join(name, newcomer, iceServers.forParticipant())) {
            case SEATED -> connection.sit(new Seat(registry, name, newcomer));
            case ROOM_FULL ->
                connection.outbox().send(new ServerMessage.TooManyPeople(name.value(), RoomRegistry.capacity()));
            case TOO_MANY_ROOMS -> throw new ProtocolException(ErrorCode.TOO_MANY_ROOMS, "join_room");
        }
    }

    private static Seat seatOf(Connection connection, String event) throws ProtocolException {
        Seat seat = connection.seat();
        if (seat == null) {
            throw new ProtocolException(ErrorCode.NOT_JOINED, event);
        }
        return seat;
    }
}
