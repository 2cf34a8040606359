package videochatroom.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import videochatroom.protocol.Peer.Role;

/**
 * Who is in a room, in the order of their coming, and who waits. Immutable: {@link RoomRegistry} puts a new one in
 * place of the old.
 *
 * @param reserved whether only those who were here before the server's restart may come in for now
 */
record Room(List<Seat> seats, List<Waiting> waiting, boolean reserved) {

    /** The one place that says how many may be in a room. */
    static final int CAPACITY = 2;

    static final Room EMPTY = new Room(List.of(), List.of(), false);

    Room {
        seats = List.copyOf(seats);
        waiting = List.copyOf(waiting);
        if (seats.size() > CAPACITY) {
            throw new IllegalArgumentException("more than " + CAPACITY + " participants");
        }
    }

    /** One who is to be seated when a seat is free. */
    record Waiting(Client client, JoinRequest request) {}

    boolean isFull() {
        return seats.size() == CAPACITY;
    }

    boolean isEmpty() {
        return seats.isEmpty() && waiting.isEmpty();
    }

    /** Whether there is something that time alone changes. */
    boolean awaitsSomething() {
        return reserved || seats.stream().anyMatch(seat -> seat.client().isEmpty());
    }

    Room withLast(Seat newcomer) {
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

    /** One who waits is there with another socket; he keeps his place among those who wait. */
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

    /** A loop, since each message that is relayed comes by. */
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

    /** The seat of one who asked with this, and may not know that he got it. */
    Optional<Seat> seatOf(Seat.Key first) {
        return seats.stream().filter(seat -> seat.fits(first)).findFirst();
    }

    /** One who asked with this, and may not know that he waits. */
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

    /** Whoever came first offers to whoever came later. */
    Role roleOf(Seat one, Seat towards) {
        return indexOf(one) < indexOf(towards) ? Role.offerer : Role.answerer;
    }

    private int indexOf(Seat one) {
        for (int index = 0; index < seats.size(); index++) {
            if (seats.get(index).participantId().equals(one.participantId())) {
                return index;
            }
        }
        throw new IllegalArgumentException("no seat of this room");
    }
}
