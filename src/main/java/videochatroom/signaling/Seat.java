package videochatroom.signaling;

import videochatroom.protocol.ClientMessage;
import videochatroom.protocol.LeaveReason;
import videochatroom.room.Participant;
import videochatroom.room.RoomName;
import videochatroom.room.RoomRegistry;

/** A participant's place in a room. Immutable. */
record Seat(RoomRegistry registry, RoomName room, Participant participant) {

    void relay(ClientMessage.Relay message) {
        registry.relay(room, participant, message);
    }

    void free(LeaveReason reason) {
        registry.leave(room, participant, reason);
    }
}
