package videochatroom.room;

import videochatroom.protocol.ServerMessage;

/**
 * What is on its way to one participant, in order. Two steps, so that the order can be decided under a room's lock
 * while nothing is sent under it. Implementations are thread-safe, and neither method blocks or throws: a participant
 * who can't be reached is the implementation's to deal with.
 */
public interface Outbox {

    /** Appends a message. Sends nothing. */
    void enqueue(ServerMessage message);

    /** Starts sending what was appended. Not to be called under a room's lock. */
    void flush();

    /** Appends and sends. */
    default void send(ServerMessage message) {
        enqueue(message);
        flush();
    }
}
