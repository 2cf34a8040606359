package videochatroom.room;

import videochatroom.protocol.IceConfiguration;

/** Somebody's browser, as the rooms see it: an outbox that can be told that it has lost its seat. Thread-safe. */
public interface Client extends Outbox {

    /** What this client is to use to connect as this participant. */
    IceConfiguration iceConfiguration(String participantId);

    /** Another client showed the resume token of this one's seat, and has it now. Not called under a room's lock. */
    void takenOver();
}
