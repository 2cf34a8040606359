package videochatroom.it.benchmark;

/** What becomes of a room. All on the generator's thread. */
interface RoomEvents {

    /** Both are there. */
    void ready(Room room);

    /** This side got a message: in order, unaltered, from the other of its own room. */
    void received(Room room, int side, long sequence);

    /** This side is told that the other one is gone. */
    default void left(Room room, int side) {
        // both leave at once: it may be told, or be gone itself by then
    }

    /** Both sockets are closed, as was asked for. */
    void closed(Room room);

    /** Something is wrong that must not be. */
    void failed(Room room, Throwable cause);
}
