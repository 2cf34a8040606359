package videochatroom.room;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import videochatroom.config.RoomName;
import videochatroom.metrics.Metrics;
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
 * Gives clients their places in a room and notifies all participants. Each method is a part of one change of a room and
 * returns the changed room. The caller holds the room's lock.
 */
final class Seating {

    /** The room in which a client sits or waits. */
    private final Map<Client, RoomName> places;

    private final ResumeTokens tokens;
    private final PreviousRun previousRun;
    private final Metrics metrics;

    Seating(Map<Client, RoomName> places, ResumeTokens tokens, PreviousRun previousRun, Metrics metrics) {
        this.places = places;
        this.tokens = tokens;
        this.previousRun = previousRun;
        this.metrics = metrics;
    }

    /** Gives a newcomer a free seat. */
    Room seat(RoomName name, Room room, Client client, JoinRequest request, RoomNotifications notifications) {
        Seat seat = Seat.of(client, request);
        Room with = room.withSeat(seat);
        welcome(name, with, seat, false, notifications);
        return with;
    }

    /** Gives a client with a new socket or page the seat that its participant has or had. */
    Room resume(
            RoomName name,
            Room room,
            Seat own,
            Seat.Key key,
            Client client,
            boolean keepsConnection,
            RoomNotifications notifications) {
        own.client().ifPresent(previous -> {
            places.remove(previous);
            notifications.takenOver(previous);
        });
        Seat seat = own.resumedBy(client, key);
        if (!own.announced()) {
            // The other participant was told that this one has left, so this one comes second now.
            Room with = room.without(own).withSeat(seat);
            welcome(name, with, seat, true, notifications);
            return with;
        }
        return welcomeBack(name, room.withChanged(seat), seat, keepsConnection, notifications);
    }

    /**
     * Gives a participant the seat that they had before the server restarted. If they are in a call, the room is
     * reserved for the two of it: participants who came since the restart give up their seats and wait.
     */
    Room restore(
            RoomName name,
            Room room,
            Claim claim,
            Client client,
            JoinRequest request,
            RoomNotifications notifications) {
        boolean keepsConnection = request.keepsConnection();
        previousRun.spend(claim);
        Room with = room.withReserved(room.reserved() || keepsConnection);
        List<Seat> strangers = room.seats().stream()
                .filter(seat -> keepsConnection && !seat.proven())
                .toList();
        for (Seat stranger : strangers) {
            with = with.without(stranger);
            for (Seat other : room.othersThan(stranger)) {
                notifications.add(stranger, new ParticipantLeft(other.participantId(), LeaveReason.REMOVED));
            }
            foundFull(name, stranger.client(), notifications);
            for (Client evicted : stranger.client().stream().toList()) {
                with = wait(name, with, evicted, JoinRequest.again(name, stranger.extended()), notifications);
            }
        }
        Seat seat = Seat.restored(
                client, claim.participantId(), claim.ordinal(), new Seat.Key(claim.serial(), request.attempt()));
        return welcomeBack(name, with.withSeat(seat), seat, keepsConnection, notifications);
    }

    /** Puts a client into the queue. A repeated request of the same page takes the place of the first one. */
    Room wait(RoomName name, Room room, Client client, JoinRequest request, RoomNotifications notifications) {
        places.put(client, name);
        var waiting = new Waiting(client, request);
        Optional<Waiting> unanswered = room.waitingWith(request.firstKey());
        unanswered.map(Waiting::client).ifPresent(previous -> {
            places.remove(previous);
            notifications.takenOver(previous);
        });
        return unanswered.map(earlier -> room.withChanged(earlier, waiting)).orElseGet(() -> room.withWaiting(waiting));
    }

    /** Notifies a client, if there is one, that the room is full. */
    void foundFull(RoomName name, Optional<Client> client, RoomNotifications notifications) {
        if (client.isPresent()) {
            metrics.foundFull();
            notifications.add(client.get(), new TooManyPeople(name.value(), Room.CAPACITY));
        }
    }

    /** Notifies a participant who has returned, and the other one. */
    private Room welcomeBack(
            RoomName name, Room room, Seat seat, boolean keepsConnection, RoomNotifications notifications) {
        place(name, room, seat, true, notifications);
        room.othersThan(seat)
                .forEach(other -> notifications.introduce(
                        other,
                        new ParticipantReturned(seat.asSeenBy(other, room.roleOf(other, seat)), keepsConnection)));
        return room;
    }

    /** Notifies a newcomer, and the other participant. */
    private void welcome(RoomName name, Room room, Seat newcomer, boolean resumed, RoomNotifications notifications) {
        place(name, room, newcomer, resumed, notifications);
        room.othersThan(newcomer)
                .forEach(other ->
                        notifications.introduce(other, new AnotherPersonReady(newcomer.asSeenBy(other, Role.OFFERER))));
    }

    /** Registers the place of a client and notifies it. */
    private void place(RoomName name, Room room, Seat seat, boolean resumed, RoomNotifications notifications) {
        Client client = seat.client().orElseThrow();
        places.put(client, name);
        List<Peer> others = room.othersThan(seat).stream()
                .filter(Seat::announced)
                .map(other -> other.asSeenBy(seat, room.roleOf(seat, other))
                        .withPresent(other.client().isPresent()))
                .toList();
        metrics.joined();
        var joined = new Joined(
                name.value(),
                seat.participantId(),
                client.iceConfiguration(seat.participantId()),
                tokens.issue(name, seat),
                resumed,
                others);
        client.expectCall(!others.isEmpty());
        notifications.add(client, joined);
    }
}
