package videochatroom.room;

import java.util.ArrayList;
import java.util.List;

/**
 * Who is in a room, in the order of their coming. Immutable: {@link RoomRegistry} puts a new one in place of the old.
 */
record Room(List<Participant> participants) {

    /** The one place that says how many may be in a room. */
    static final int CAPACITY = 2;

    static final Room EMPTY = new Room(List.of());

    Room {
        participants = List.copyOf(participants);
        if (participants.size() > CAPACITY) {
            throw new IllegalArgumentException("more than " + CAPACITY + " participants");
        }
    }

    boolean isFull() {
        return participants.size() == CAPACITY;
    }

    boolean isEmpty() {
        return participants.isEmpty();
    }

    Room with(Participant newcomer) {
        List<Participant> more = new ArrayList<>(participants);
        more.add(newcomer);
        return new Room(more);
    }

    Room without(Participant leaver) {
        return new Room(othersThan(leaver));
    }

    List<Participant> othersThan(Participant one) {
        return participants.stream().filter(other -> !other.equals(one)).toList();
    }
}
