package videochatroom.room;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import videochatroom.protocol.LeaveReason;
import videochatroom.protocol.Peer;
import videochatroom.protocol.Peer.Role;
import videochatroom.protocol.ServerMessage.AnotherPersonReady;
import videochatroom.protocol.ServerMessage.Joined;
import videochatroom.protocol.ServerMessage.ParticipantLeft;
import videochatroom.protocol.ServerMessage.ParticipantReturned;
import videochatroom.protocol.ServerMessage.TooManyPeople;
import videochatroom.room.ResumeTokens.Claim;
import videochatroom.room.Room.Waiting;

/**
 * Gives clients their places in a room, and tells all whom it concerns. Each method is a part of one change of a room,
 * whose lock the caller holds, and returns the room as it is afterwards.
 */
final class Seating {

    /** Where a client sits or waits. */
    private final Map<Client, RoomName> places;

    private final ResumeTokens tokens;
    private final EarlierRun earlierRun;

    Seating(Map<Client, RoomName> places, ResumeTokens tokens, EarlierRun earlierRun) {
        this.places = places;
        this.tokens = tokens;
        this.earlierRun = earlierRun;
    }

    /** Gives a newcomer a free seat. */
    Room seat(RoomName name, Room room, Client client, JoinRequest request, News news) {
        Seat seat = Seat.of(client, request);
        Room with = room.withLast(seat);
        welcome(name, with, seat, false, news);
        return with;
    }

    /** Gives somebody the seat that he has or had, whose socket or page is a new one. */
    Room resume(RoomName name, Room room, Seat own, Seat.Key key, Client client, boolean keepsConnection, News news) {
        own.client().ifPresent(previous -> {
            places.remove(previous);
            news.takenOver.add(previous);
        });
        Seat seat = own.resumedBy(client, key);
        if (!own.announced()) {
            // For the others he left and comes again, so he comes after them.
            Room with = room.without(own).withLast(seat);
            welcome(name, with, seat, true, news);
            return with;
        }
        return welcomeBack(name, room.withChanged(seat), seat, keepsConnection, news);
    }

    /**
     * Gives somebody the seat that he had before the server restarted. If he is in the midst of a call, nobody may come
     * between him and the other one: whoever came in since then without having been here before makes room, and waits.
     */
    Room restore(RoomName name, Room room, Claim claim, Client client, JoinRequest request, News news) {
        boolean keepsConnection = request.keepsConnection();
        earlierRun.spend(claim);
        Room with = room.withReserved(room.reserved() || keepsConnection);
        List<Seat> strangers = room.seats().stream()
                .filter(seat -> keepsConnection && !seat.proven())
                .toList();
        for (Seat stranger : strangers) {
            with = with.without(stranger);
            for (Seat other : room.othersThan(stranger)) {
                news.tell(stranger, new ParticipantLeft(other.participantId(), LeaveReason.REMOVED));
            }
            news.tell(stranger, new TooManyPeople(name.value(), Room.CAPACITY));
            for (Client evicted : stranger.client().stream().toList()) {
                with = wait(name, with, evicted, JoinRequest.again(name, stranger.takesOfferRequests()), news);
            }
        }
        Seat seat = Seat.restored(
                client, claim.participantId(), claim.ordinal(), new Seat.Key(claim.serial(), request.attempt()));
        return welcomeBack(name, with.withLast(seat), seat, keepsConnection, news);
    }

    /** Lets somebody wait for a seat; a second request of the same page takes the first one's place. */
    Room wait(RoomName name, Room room, Client client, JoinRequest request, News news) {
        places.put(client, name);
        var waiting = new Waiting(client, request);
        Optional<Waiting> unanswered = room.waitingWith(request.firstKey());
        unanswered.map(Waiting::client).ifPresent(previous -> {
            places.remove(previous);
            news.takenOver.add(previous);
        });
        return unanswered.map(earlier -> room.withChanged(earlier, waiting)).orElseGet(() -> room.withWaiting(waiting));
    }

    /** Tells one who is back who is there, and those of him. */
    private Room welcomeBack(RoomName name, Room room, Seat seat, boolean keepsConnection, News news) {
        place(name, room, seat, true, news);
        room.othersThan(seat)
                .forEach(other -> news.tell(
                        other,
                        new ParticipantReturned(seat.asSeenBy(other, room.roleOf(other, seat)), keepsConnection)));
        return room;
    }

    /** Tells a newcomer who is there, and those of him. */
    private void welcome(RoomName name, Room room, Seat newcomer, boolean resumed, News news) {
        place(name, room, newcomer, resumed, news);
        room.othersThan(newcomer)
                .forEach(other -> news.tell(other, new AnotherPersonReady(newcomer.asSeenBy(other, Role.offerer))));
    }

    /** Notes where a client sits now, and tells it. */
    private void place(RoomName name, Room room, Seat seat, boolean resumed, News news) {
        Client client = seat.client().orElseThrow();
        places.put(client, name);
        List<Peer> others = room.othersThan(seat).stream()
                .filter(Seat::announced)
                .map(other -> other.asSeenBy(seat, room.roleOf(seat, other))
                        .withPresent(other.client().isPresent()))
                .toList();
        news.tell(
                client,
                new Joined(
                        name.value(),
                        seat.participantId(),
                        client.iceConfiguration(seat.participantId()),
                        tokens.issue(name, seat),
                        resumed,
                        others));
    }
}
