package videochatroom.room;

import videochatroom.protocol.ServerMessage;

/**
 * The messages to one client, in order. Sending has two steps: the order is decided under a room's lock, and nothing is
 * sent under it. Implementations are thread-safe. Their methods neither block nor throw: a client that cannot be
 * reached is the implementation's concern.
 */
public interface Outbox {

    /** Appends a message. Sends nothing. */
    void enqueue(ServerMessage message);

    /** Starts to send what was appended. Not to be called under a room's lock. */
    void flush();

    /** Appends a message and starts to send. Not to be called under a room's lock. */
    default void send(ServerMessage message) {
        enqueue(message);
        flush();
    }
}
