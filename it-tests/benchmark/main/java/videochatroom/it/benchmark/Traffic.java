package videochatroom.it.benchmark;

/** What is done with a message that came as it should. */
@FunctionalInterface
interface Traffic {

    /** None is expected. */
    Traffic NONE = (room, side, sequence) -> {
        throw new BenchmarkFailure("A message that nobody sent, in room " + room.name());
    };

    /** This side of a room got the other one's message of this number. */
    void received(Room room, int side, long sequence);
}
