package videochatroom.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import videochatroom.config.Settings;
import videochatroom.protocol.ClientMessage.Relay;
import videochatroom.protocol.IceServer;
import videochatroom.protocol.LeaveReason;
import videochatroom.protocol.Peer;
import videochatroom.protocol.Peer.Role;
import videochatroom.protocol.ServerMessage;

/**
 * All rooms. A room is there while somebody is in it.
 *
 * <p>Thread-safe. {@link ConcurrentHashMap#compute} is the lock of one room: who is in it changes there, and what each
 * participant hears of the change is put into his outbox there, so that all hear of changes in the order in which they
 * happened. What was put into the outboxes is sent after it, under no lock.
 */
@ApplicationScoped
public class RoomRegistry {

    /** What became of somebody who asked for a seat. */
    public enum Admission {
        SEATED,
        ROOM_FULL,
        TOO_MANY_ROOMS
    }

    private final ConcurrentHashMap<RoomName, Room> rooms = new ConcurrentHashMap<>();
    /** Beside the map, since its size is not exact while it changes. */
    private final AtomicInteger roomCount = new AtomicInteger();

    private int maxRooms;

    /** For the proxy that CDI makes. */
    protected RoomRegistry() {}

    @Inject
    public RoomRegistry(Settings settings) {
        this.maxRooms = settings.maxRooms();
    }

    /** How many may be in one room. */
    public static int capacity() {
        return Room.CAPACITY;
    }

    /** How many rooms there are. */
    public int size() {
        return roomCount.get();
    }

    /**
     * Seats a newcomer, if there is a seat. He and those who wait are told; one who gets none is not, that is the
     * caller's.
     *
     * @param iceServers what the newcomer is to use
     */
    public Admission join(RoomName name, Participant newcomer, List<IceServer> iceServers) {
        var attempt = new Object() {
            Admission admission = Admission.SEATED;
            List<Participant> others = List.of();
        };
        rooms.compute(name, (key, existing) -> {
            Room room = existing == null ? Room.EMPTY : existing;
            if (room.isFull()) {
                attempt.admission = Admission.ROOM_FULL;
                return room;
            }
            if (room.isEmpty() && !reserveRoom()) {
                attempt.admission = Admission.TOO_MANY_ROOMS;
                return null;
            }
            attempt.others = room.participants();
            welcome(name, newcomer, attempt.others, iceServers);
            attempt.others.forEach(other -> other.outbox()
                    .enqueue(new ServerMessage.AnotherPersonReady(newcomer.asSeenBy(other, Role.offerer))));
            return room.with(newcomer);
        });
        if (attempt.admission == Admission.SEATED) {
            newcomer.outbox().flush();
            attempt.others.forEach(other -> other.outbox().flush());
        }
        return attempt.admission;
    }

    /** Frees a seat and tells the others. Nothing happens if the participant is not in the room. */
    public void leave(RoomName name, Participant leaver, LeaveReason reason) {
        var attempt = new Object() {
            List<Participant> others = List.of();
        };
        rooms.computeIfPresent(name, (key, room) -> {
            if (!room.participants().contains(leaver)) {
                return room;
            }
            attempt.others = room.othersThan(leaver);
            attempt.others.forEach(
                    other -> other.outbox().enqueue(new ServerMessage.ParticipantLeft(leaver.id(), reason)));
            Room rest = room.without(leaver);
            if (rest.isEmpty()) {
                roomCount.decrementAndGet();
                return null;
            }
            return rest;
        });
        attempt.others.forEach(other -> other.outbox().flush());
    }

    /**
     * Passes a message on to the others in the sender's room. One that is meant for somebody who is not there (any
     * more) is dropped: whoever has taken his seat has a negotiation of his own.
     */
    public void relay(RoomName name, Participant sender, Relay relay) {
        Room room = rooms.get(name);
        if (room == null || !room.participants().contains(sender)) {
            return;
        }
        var message = new ServerMessage.Relayed(relay.kind(), relay.payload(), sender.id(), name.value());
        room.othersThan(sender).stream()
                .filter(other -> relay.to().map(other.id()::equals).orElse(true))
                .forEach(other -> other.outbox().send(message));
    }

    private boolean reserveRoom() {
        if (roomCount.incrementAndGet() > maxRooms) {
            roomCount.decrementAndGet();
            return false;
        }
        return true;
    }

    private static void welcome(
            RoomName name, Participant newcomer, List<Participant> others, List<IceServer> iceServers) {
        List<Peer> peers = others.stream()
                .map(other -> other.asSeenBy(newcomer, Role.answerer))
                .toList();
        newcomer.outbox().enqueue(new ServerMessage.Joined(name.value(), newcomer.id(), iceServers, peers));
    }
}
