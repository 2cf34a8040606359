package videochatroom.config;

import java.util.Set;

/** The rooms that a setting names. Immutable. */
public sealed interface Rooms {

    /** Every room. */
    Rooms ALL = new All();

    boolean contains(RoomName room);

    /** Every room: {@code *} in a setting. */
    record All() implements Rooms {
        @Override
        public boolean contains(RoomName room) {
            return true;
        }
    }

    /** Some rooms; none of them if there are no names. */
    record Named(Set<RoomName> names) implements Rooms {
        public Named {
            names = Set.copyOf(names);
        }

        @Override
        public boolean contains(RoomName room) {
            return names.contains(room);
        }
    }
}
