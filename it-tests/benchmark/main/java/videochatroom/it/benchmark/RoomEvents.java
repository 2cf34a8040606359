package videochatroom.it.benchmark;

/** Events of a room, on the generator's thread. */
interface RoomEvents {

    /** Both participants are in the room. */
    void ready(Room room);

    /** This side received a message from the other, unaltered and in order. */
    void received(Room room, int side, long sequence);

    /** The server notified this side that the other has left. */
    default void left(Room room, int side) {
        // when both leave at once, a side may be notified or not
    }

    /** Both sockets are closed, as requested. */
    void closed(Room room);

    /** Something went wrong, which invalidates the run. */
    void failed(Room room, Throwable cause);
}
