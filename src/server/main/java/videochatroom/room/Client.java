package videochatroom.room;

import videochatroom.protocol.IceConfiguration;

/** A participant's browser, as the rooms see it. Implementations are thread-safe. */
public interface Client extends Outbox {

    /** The ICE servers and the transport policy that this client uses as this participant. */
    IceConfiguration iceConfiguration(String participantId);

    /**
     * Says whether this client and another one are about to connect. May be called under a room's lock.
     *
     * @param expected false if the client has a seat and nobody else is in the room
     */
    void expectCall(boolean expected);

    /**
     * Another client has shown the resume token of this one's seat and has the seat now. Not called under a room's
     * lock.
     */
    void takenOver();
}
