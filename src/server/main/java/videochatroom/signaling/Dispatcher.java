package videochatroom.signaling;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import videochatroom.ice.IceServers;
import videochatroom.protocol.ClientMessage;
import videochatroom.protocol.ClientMessage.CallConnected;
import videochatroom.protocol.ClientMessage.JoinRoom;
import videochatroom.protocol.ClientMessage.LeaveRoom;
import videochatroom.protocol.ClientMessage.LookAtRoom;
import videochatroom.protocol.ClientMessage.Ping;
import videochatroom.protocol.ClientMessage.Relay;
import videochatroom.protocol.ClientMessage.RequestIceServers;
import videochatroom.protocol.ErrorCode;
import videochatroom.protocol.LeaveReason;
import videochatroom.protocol.ProtocolException;
import videochatroom.protocol.ServerMessage;
import videochatroom.room.JoinRequest;
import videochatroom.room.RoomName;
import videochatroom.room.RoomRegistry;
import videochatroom.room.RoomRegistry.Admission;

/** What each message of a client does. Thread-safe: keeps nothing. */
@Dependent
class Dispatcher {

    private final RoomRegistry registry;
    private final IceServers iceServers;

    @Inject
    Dispatcher(RoomRegistry registry, IceServers iceServers) {
        this.registry = registry;
        this.iceServers = iceServers;
    }

    void dispatch(ClientMessage message, Connection connection) throws ProtocolException {
        if (message instanceof Relay relay) {
            if (!registry.relay(connection, relay)) {
                throw new ProtocolException(ErrorCode.NOT_JOINED, relay.kind().event());
            }
        } else if (message instanceof Ping) {
            connection.send(new ServerMessage.Pong());
        } else if (message instanceof JoinRoom join) {
            join(join, connection);
        } else if (message instanceof LeaveRoom leave) {
            leave(leave, connection);
        } else if (message instanceof CallConnected report) {
            connection.callConnected(report);
        } else if (message instanceof LookAtRoom look) {
            RoomName name = roomName(look.roomName(), "look_at_room");
            connection.stillWantsRoom();
            connection.send(new ServerMessage.RoomState(name.value(), registry.look(name)));
        } else if (message instanceof RequestIceServers) {
            // Also before joining: a connection can be tested without taking a seat.
            String id = registry.participantId(connection).orElse("test");
            connection.send(new ServerMessage.IceServers(iceServers.serversFor(id)));
        }
    }

    private void join(JoinRoom join, Connection connection) throws ProtocolException {
        if (registry.participantId(connection).isPresent()) {
            throw new ProtocolException(ErrorCode.ALREADY_JOINED, "join_room");
        }
        RoomName name = roomName(join.roomName(), "join_room");
        var request = new JoinRequest(
                name,
                join.takesOfferRequests(),
                join.resumeToken(),
                join.attempt(),
                join.keepsConnection(),
                join.waits());
        if (connection.join(request) == Admission.TOO_MANY_ROOMS) {
            throw new ProtocolException(ErrorCode.TOO_MANY_ROOMS, "join_room");
        }
    }

    private static RoomName roomName(String asWritten, String event) throws ProtocolException {
        return RoomName.parse(asWritten).orElseThrow(() -> new ProtocolException(ErrorCode.INVALID_ROOM_NAME, event));
    }

    private void leave(LeaveRoom leave, Connection connection) throws ProtocolException {
        boolean left = leave.mayReturn() ? registry.pageGone(connection) : registry.leave(connection, LeaveReason.LEFT);
        if (!left) {
            throw new ProtocolException(ErrorCode.NOT_JOINED, "leave_room");
        }
    }
}
