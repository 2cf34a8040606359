package videochatroom.signaling;

import videochatroom.protocol.ClientMessage;
import videochatroom.room.Client;
import videochatroom.room.JoinRequest;
import videochatroom.room.RoomRegistry;

/** The client whose message is being handled, as the {@link Dispatcher} sees it. */
interface Requester extends Client {

    /** Asks for a seat. The answer to the client is sent by the rooms. */
    RoomRegistry.Admission join(JoinRequest request);

    /** The client asks for a room: from now on its socket may be in none for {@code signaling.join-timeout}. */
    void asksForRoom();

    /** The user of TURN servers while the client has no seat: a connection can be tested before joining. */
    String testUser();

    /** The client reports how long it took to connect. */
    void callConnected(ClientMessage.CallConnected report);

    /** The message that is being handled was relayed. */
    void relayed();
}
