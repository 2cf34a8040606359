package videochatroom.it.benchmark;

/** Handles messages that were received unaltered and in order. */
@FunctionalInterface
interface Traffic {

    /** Expects no messages. */
    Traffic NONE = (room, side, sequence) -> {
        throw new BenchmarkFailure("An unexpected message, in room " + room.name());
    };

    /** A side of a room received the other's message with this number. */
    void received(Room room, int side, long sequence);
}
