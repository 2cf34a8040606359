package videochatroom.room;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import videochatroom.protocol.ServerMessage;

/**
 * The messages about one change of a room. They are put into outboxes under the room's lock, so that all clients
 * receive the changes in the same order. They are sent after the lock is released. Not thread-safe.
 */
final class RoomNotifications {

    private final Set<Client> notified = new LinkedHashSet<>();
    private final List<Client> takenOver = new ArrayList<>();

    /** Adds a message for a client. */
    void add(Client client, ServerMessage message) {
        client.enqueue(message);
        notified.add(client);
    }

    /** Adds a message for the participant of a seat. Does nothing while the seat is empty. */
    void add(Seat seat, ServerMessage message) {
        seat.client().ifPresent(client -> add(client, message));
    }

    /** Adds a message for every participant of a room but this one. */
    void addForOthers(Room room, Seat seat, ServerMessage message) {
        room.othersThan(seat).forEach(other -> add(other, message));
    }

    /** Adds a message to the participant of a seat that another participant has come or returned. */
    void introduce(Seat seat, ServerMessage message) {
        seat.client().ifPresent(client -> client.expectCall(true));
        add(seat, message);
    }

    /** The client has lost its seat to another one that has shown the resume token. */
    void takenOver(Client client) {
        takenOver.add(client);
    }

    /** Sends all of them. Not to be called under a room's lock. */
    void send() {
        notified.forEach(Client::flush);
        takenOver.forEach(Client::takenOver);
    }
}
