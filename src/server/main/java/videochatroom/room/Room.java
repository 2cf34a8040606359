package videochatroom.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import videochatroom.protocol.Peer.Role;

/**
 * The seats of a room, in the order in which their participants came, and the queue for a seat. Immutable:
 * {@link RoomRegistry} replaces it.
 *
 * @param reserved whether only participants of the time before the server's restart get a seat for now
 */
record Room(List<Seat> seats, List<Waiting> waiting, boolean reserved) {

    /** The number of seats of a room. Defined nowhere else. */
    static final int CAPACITY = 2;

    static final Room EMPTY = new Room(List.of(), List.of(), false);

    Room {
        seats = List.copyOf(seats);
        waiting = List.copyOf(waiting);
        if (seats.size() > CAPACITY) {
            throw new IllegalArgumentException("a room has no more than " + CAPACITY + " seats");
        }
    }

    /** A client that gets a seat when one is free. */
    record Waiting(Client client, JoinRequest request) {}

    boolean isFull() {
        return seats.size() == CAPACITY;
    }

    boolean isEmpty() {
        return seats.isEmpty() && waiting.isEmpty();
    }

    /** Whether the room changes when time passes. */
    boolean changesWithTime() {
        return reserved || seats.stream().anyMatch(seat -> seat.client().isEmpty());
    }

    Room withSeat(Seat newcomer) {
        List<Seat> more = new ArrayList<>(seats);
        more.add(newcomer);
        return new Room(more, waiting, reserved);
    }

    Room without(Seat leaver) {
        return new Room(othersThan(leaver), waiting, reserved);
    }

    Room withChanged(Seat changed) {
        return new Room(
                seats.stream()
                        .map(seat -> seat.participantId().equals(changed.participantId()) ? changed : seat)
                        .toList(),
                waiting,
                reserved);
    }

    Room withWaiting(Waiting newcomer) {
        List<Waiting> more = new ArrayList<>(waiting);
        more.add(newcomer);
        return new Room(seats, more, reserved);
    }

    /** A client that waits has another socket now. It keeps its place in the queue. */
    Room withChanged(Waiting before, Waiting after) {
        return new Room(
                seats,
                waiting.stream().map(one -> one.equals(before) ? after : one).toList(),
                reserved);
    }

    Room withoutWaiting(Client client) {
        return new Room(
                seats, waiting.stream().filter(one -> one.client() != client).toList(), reserved);
    }

    Room withReserved(boolean whether) {
        return new Room(seats, waiting, whether);
    }

    /** The seat of a client. A loop, because every relayed message passes here. */
    Optional<Seat> seatOf(Client client) {
        for (Seat seat : seats) {
            if (seat.client().isPresent() && seat.client().get().equals(client)) {
                return Optional.of(seat);
            }
        }
        return Optional.empty();
    }

    Optional<Seat> seatOf(String participantId) {
        return seats.stream()
                .filter(seat -> seat.participantId().equals(participantId))
                .findFirst();
    }

    /** The seat of a client that has repeated its request, because it may not know that it has the seat. */
    Optional<Seat> seatOf(Seat.Key first) {
        return seats.stream().filter(seat -> seat.fits(first)).findFirst();
    }

    /** The place in the queue of a client that has repeated its request, because it may not know that it waits. */
    Optional<Waiting> waitingWith(Seat.Key first) {
        return waiting.stream()
                .filter(one ->
                        first.attempt().isPresent() && one.request().firstKey().equals(first))
                .findFirst();
    }

    List<Seat> othersThan(Seat one) {
        return seats.stream()
                .filter(seat -> !seat.participantId().equals(one.participantId()))
                .toList();
    }

    /** The participant who came first is the offerer. */
    Role roleOf(Seat one, Seat towards) {
        return indexOf(one) < indexOf(towards) ? Role.OFFERER : Role.ANSWERER;
    }

    private int indexOf(Seat one) {
        for (int index = 0; index < seats.size(); index++) {
            if (seats.get(index).participantId().equals(one.participantId())) {
                return index;
            }
        }
        throw new IllegalArgumentException("the seat is not of this room");
    }
}
