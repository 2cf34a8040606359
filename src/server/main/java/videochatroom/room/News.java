package videochatroom.room;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import videochatroom.protocol.ServerMessage;

/** What a change of a room is followed by: put into outboxes under the room's lock, sent and done after it. */
final class News {

    final List<Client> takenOver = new ArrayList<>();
    private final Set<Client> told = new LinkedHashSet<>();

    void tell(Client client, ServerMessage message) {
        client.enqueue(message);
        told.add(client);
    }

    /** Tells whoever sits there, if anybody does. */
    void tell(Seat seat, ServerMessage message) {
        seat.client().ifPresent(client -> tell(client, message));
    }

    /** Not to be called under a room's lock. */
    void spread() {
        told.forEach(Client::flush);
        takenOver.forEach(Client::takenOver);
    }
}
