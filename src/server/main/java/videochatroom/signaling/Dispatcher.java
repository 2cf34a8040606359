package videochatroom.signaling;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import videochatroom.config.RoomName;
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
import videochatroom.room.RoomRegistry;

/** Carries out each message of a client. Stateless and thread-safe. */
@Dependent
class Dispatcher implements ClientMessage.Handler<Requester> {

    private final RoomRegistry registry;
    private final IceServers iceServers;

    @Inject
    Dispatcher(RoomRegistry registry, IceServers iceServers) {
        this.registry = registry;
        this.iceServers = iceServers;
    }

    @Override
    public void joinRoom(JoinRoom join, Requester sender) throws ProtocolException {
        if (registry.participantId(sender).isPresent()) {
            throw new ProtocolException(ErrorCode.ALREADY_JOINED, "join_room");
        }
        var request = new JoinRequest(
                roomName(join.roomName(), "join_room"),
                join.extended(),
                join.resumeToken(),
                join.attempt(),
                join.keepsConnection(),
                join.waits(),
                join.onlyReturns());
        switch (sender.join(request)) {
            case TOO_MANY_ROOMS -> throw new ProtocolException(ErrorCode.TOO_MANY_ROOMS, "join_room");
            case SEAT_GONE -> throw new ProtocolException(ErrorCode.SEAT_GONE, "join_room");
            case SEATED, ROOM_FULL -> {
                // The registry has told the client.
            }
        }
    }

    @Override
    public void leaveRoom(LeaveRoom leave, Requester sender) throws ProtocolException {
        boolean left = leave.mayReturn() ? registry.pageGone(sender) : registry.leave(sender, LeaveReason.LEFT);
        if (!left) {
            throw new ProtocolException(ErrorCode.NOT_JOINED, "leave_room");
        }
    }

    @Override
    public void lookAtRoom(LookAtRoom look, Requester sender) throws ProtocolException {
        RoomName name = roomName(look.roomName(), "look_at_room");
        sender.asksForRoom();
        sender.send(new ServerMessage.RoomState(name.value(), registry.look(name)));
    }

    @Override
    public void requestIceServers(RequestIceServers request, Requester sender) {
        String id = registry.participantId(sender).orElseGet(sender::testUser);
        sender.send(new ServerMessage.IceServers(iceServers.serversFor(id)));
    }

    @Override
    public void ping(Ping ping, Requester sender) {
        sender.send(new ServerMessage.Pong());
    }

    @Override
    public void callConnected(CallConnected report, Requester sender) {
        sender.callConnected(report);
    }

    @Override
    public void relay(Relay relay, Requester sender) throws ProtocolException {
        if (!registry.relay(sender, relay)) {
            throw new ProtocolException(ErrorCode.NOT_JOINED, relay.kind().event());
        }
        sender.relayed();
    }

    private static RoomName roomName(String asWritten, String event) throws ProtocolException {
        return RoomName.parse(asWritten).orElseThrow(() -> new ProtocolException(ErrorCode.INVALID_ROOM_NAME, event));
    }
}
