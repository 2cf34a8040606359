package videochatroom.room;

import static videochatroom.config.KnownSettings.MAX_ROOMS;
import static videochatroom.config.KnownSettings.RELOAD_GRACE;
import static videochatroom.config.KnownSettings.SEAT_GRACE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import videochatroom.config.RoomName;
import videochatroom.config.Settings;
import videochatroom.metrics.Metrics;
import videochatroom.protocol.ClientMessage.Relay;
import videochatroom.protocol.LeaveReason;
import videochatroom.protocol.ServerMessage;
import videochatroom.protocol.ServerMessage.ParticipantLeft;
import videochatroom.protocol.ServerMessage.ParticipantReconnecting;
import videochatroom.protocol.ServerMessage.RoomState.Occupancy;
import videochatroom.room.ResumeTokens.Claim;
import videochatroom.room.Room.Waiting;

/**
 * All rooms, and the place of each client. A room exists while a seat in it is taken or kept.
 *
 * <p>Thread-safe. {@link ConcurrentHashMap#compute} is the lock of one room. A room changes there, and the messages
 * about the change are put into the outboxes there, so that all clients receive the changes in the order in which they
 * happened. The messages are sent afterwards, under no lock.
 */
@ApplicationScoped
public class RoomRegistry {

    /** The result of a request for a seat. */
    public enum Admission {
        SEATED,
        ROOM_FULL,
        TOO_MANY_ROOMS,
        /** The client wants its own seat only, which is not kept any more. */
        SEAT_GONE
    }

    private final ConcurrentHashMap<RoomName, Room> rooms = new ConcurrentHashMap<>();
    /** The room in which a client sits or waits. Changes under the lock of that room. */
    private final ConcurrentHashMap<Client, RoomName> places = new ConcurrentHashMap<>();
    /** The rooms that change when time passes. */
    private final Set<RoomName> unsettled = ConcurrentHashMap.newKeySet();
    /** In addition to the map, whose size is not exact while it changes. */
    private final AtomicInteger roomCount = new AtomicInteger();

    private Settings settings;
    private ResumeTokens tokens;
    private PreviousRun previousRun;
    private Seating seating;
    private LongSupplier nanoTime;
    private volatile long sweptAt;

    /** For CDI's proxy. */
    protected RoomRegistry() {}

    @Inject
    public RoomRegistry(Settings settings, ResumeTokens tokens, Metrics metrics) {
        this(settings, tokens, metrics, System::nanoTime);
    }

    RoomRegistry(Settings settings, ResumeTokens tokens, Metrics metrics, LongSupplier nanoTime) {
        this.settings = settings;
        this.tokens = tokens;
        this.nanoTime = nanoTime;
        this.previousRun = new PreviousRun(settings.get(SEAT_GRACE), nanoTime);
        this.seating = new Seating(places, tokens, previousRun, metrics);
        this.sweptAt = nanoTime.getAsLong();
    }

    /** The number of rooms. */
    public int size() {
        return roomCount.get();
    }

    /** Counts all rooms, which may change meanwhile. Its cost grows with their number, so no message may call it. */
    public RoomStats stats() {
        int participants = 0;
        int waiting = 0;
        for (Room room : rooms.values()) {
            participants += room.seats().size();
            waiting += room.waiting().size();
        }
        return new RoomStats(size(), participants, waiting);
    }

    /** Whether {@link #sweep} has run within this time. */
    public boolean sweptWithin(Duration duration) {
        return nanoTime.getAsLong() - sweptAt <= duration.toNanos();
    }

    /** How full a room is for a client that would join it now. */
    public Occupancy look(RoomName name) {
        Room room = rooms.getOrDefault(name, Room.EMPTY);
        if (room.isFull() || room.reserved()) {
            return Occupancy.FULL;
        }
        // A participant whose page went away does not wait, although their seat is kept for a moment.
        return room.seats().stream().anyMatch(Seat::announced) ? Occupancy.WAITING : Occupancy.EMPTY;
    }

    /** The number of clients that have a seat or wait for one. */
    public int placed() {
        return places.size();
    }

    /** Whether this client has a seat or waits for one. */
    public boolean isPlaced(Client client) {
        return places.containsKey(client);
    }

    /** The participant that this client is. Empty if it has no seat. */
    public Optional<String> participantId(Client client) {
        return seatOf(client).map(Seat::participantId);
    }

    /**
     * Gives a client a seat: its own if it shows a token that fits, otherwise a free one. Notifies all participants,
     * and the client even if it gets no seat, except after {@link Admission#TOO_MANY_ROOMS} and
     * {@link Admission#SEAT_GONE}.
     */
    public Admission join(Client client, JoinRequest request) {
        leave(client, LeaveReason.LEFT);
        RoomName name = request.room();
        Optional<Claim> claim = request.resumeToken().flatMap(token -> tokens.read(name, token));
        var admission = new AtomicReference<>(Admission.SEATED);
        change(name, (room, notifications) -> {
            // The client returns to a seat that the server still knows.
            Optional<Seat> own = claim.flatMap(shown -> claimedSeat(shown, request, room));
            if (own.isPresent()) {
                claim.filter(shown -> !shown.ofThisRun()).ifPresent(previousRun::spend);
                var key = new Seat.Key(claim.get().serial(), request.attempt());
                return seating.resume(name, room, own.get(), key, client, request.keepsConnection(), notifications);
            }
            // The client repeats its first request, because the answer was lost.
            Optional<Seat> unanswered = room.seatOf(request.firstKey());
            if (unanswered.isPresent()) {
                return seating.resume(name, room, unanswered.get(), request.firstKey(), client, false, notifications);
            }
            // The client had a seat before the server restarted.
            boolean mayRestore = (request.keepsConnection() || !room.isFull())
                    && claim.filter(shown -> previousRun.hasSeatFor(shown, room))
                            .isPresent();
            if (request.onlyReturns() && !mayRestore) {
                admission.set(Admission.SEAT_GONE);
                return room;
            }
            // No further room may be opened.
            if (room.isEmpty() && !reserveRoom()) {
                admission.set(Admission.TOO_MANY_ROOMS);
                return room;
            }
            if (mayRestore) {
                return seating.restore(name, room, claim.get(), client, request, notifications);
            }
            // No seat is free.
            if (room.isFull() || room.reserved()) {
                admission.set(Admission.ROOM_FULL);
                seating.foundFull(name, Optional.of(client), notifications);
                return request.waits() ? seating.wait(name, room, client, request, notifications) : room;
            }
            return seating.seat(name, room, client, request, notifications);
        });
        return admission.get();
    }

    /**
     * Frees a client's seat at once, or takes the client out of the queue.
     *
     * @return false if the client has neither
     */
    public boolean leave(Client client, LeaveReason reason) {
        return depart(client, (room, seat, notifications) -> {
            notifications.addForOthers(room, seat, new ParticipantLeft(seat.participantId(), reason));
            return room.without(seat);
        });
    }

    /**
     * A page went away and may only be reloading: its seat is kept for {@code seat.reload-grace}. The other participant
     * is told that this one has left.
     *
     * @return false if the client has no seat and waits for none
     */
    public boolean pageGone(Client client) {
        if (settings.get(RELOAD_GRACE).isZero()) {
            return leave(client, LeaveReason.LEFT);
        }
        return depart(client, (room, seat, notifications) -> {
            notifications.addForOthers(room, seat, new ParticipantLeft(seat.participantId(), LeaveReason.LEFT));
            return seat.extended() ? room.withChanged(seat.emptied(nanoTime.getAsLong(), false)) : room.without(seat);
        });
    }

    /**
     * A client's socket is lost: its seat is kept for {@code seat.grace} if the client can take it again.
     *
     * @return false if the client has no seat and waits for none
     */
    public boolean lost(Client client) {
        return depart(client, (room, seat, notifications) -> {
            boolean kept = seat.extended() && !settings.get(SEAT_GRACE).isZero();
            String id = seat.participantId();
            notifications.addForOthers(
                    room,
                    seat,
                    kept ? new ParticipantReconnecting(id) : new ParticipantLeft(id, LeaveReason.CONNECTION_LOST));
            return kept ? room.withChanged(seat.emptied(nanoTime.getAsLong(), true)) : room.without(seat);
        });
    }

    /**
     * Passes a message on to the other participant of the sender's room. Drops it if it is for a participant who is not
     * there any more: another one in that seat has a negotiation of their own.
     *
     * @return false if the sender has no seat
     */
    public boolean relay(Client sender, Relay relay) {
        RoomName name = places.get(sender);
        Room room = name == null ? null : rooms.get(name);
        Optional<Seat> found = room == null ? Optional.empty() : room.seatOf(sender);
        if (found.isEmpty()) {
            return false;
        }
        Seat seat = found.get();
        var message = new ServerMessage.Relayed(relay.kind(), relay.payload(), seat.participantId(), name.value());
        for (Seat other : room.othersThan(seat)) {
            if (relay.to().isEmpty() || relay.to().get().equals(other.participantId())) {
                other.client().ifPresent(client -> client.send(message));
            }
        }
        return true;
    }

    /** Frees seats whose grace is over. Called every second. */
    public void sweep() {
        sweptAt = nanoTime.getAsLong();
        for (RoomName name : unsettled) {
            change(name, (room, notifications) -> {
                Room rest = room;
                for (Seat seat : room.seats()) {
                    if (isForfeited(seat)) {
                        rest = rest.without(seat);
                        if (seat.announced()) {
                            notifications.addForOthers(
                                    rest, seat, new ParticipantLeft(seat.participantId(), LeaveReason.CONNECTION_LOST));
                        }
                    }
                }
                return rest.withReserved(room.reserved() && previousRun.mayReturn());
            });
        }
    }

    /**
     * The server's run ends: nobody is told any more that somebody has gone. Everyone loses their socket now, and gets
     * their seat back from the next run ({@link PreviousRun}).
     */
    public void end() {
        places.clear();
    }

    private boolean depart(Client client, Departure departure) {
        RoomName name = places.get(client);
        if (name == null) {
            return false;
        }
        change(name, (room, notifications) -> {
            if (!places.remove(client, name)) {
                return room;
            }
            return room.seatOf(client)
                    .map(seat -> departure.of(room, seat, notifications))
                    .orElseGet(() -> room.withoutWaiting(client));
        });
        return true;
    }

    private void change(RoomName name, Change change) {
        var notifications = new RoomNotifications();
        rooms.compute(name, (key, existing) -> {
            Room before = existing == null ? Room.EMPTY : existing;
            Room after = change.of(before, notifications);
            while (!after.isFull() && !after.reserved() && !after.waiting().isEmpty()) {
                Waiting first = after.waiting().get(0);
                after = seating.seat(
                        name, after.withoutWaiting(first.client()), first.client(), first.request(), notifications);
            }
            if (after.isEmpty() && existing != null) {
                roomCount.decrementAndGet();
            }
            if (after.changesWithTime()) {
                unsettled.add(name);
            } else {
                unsettled.remove(name);
            }
            return after.isEmpty() ? null : after;
        });
        notifications.send();
    }

    /** The seat that a token gets: it has the token's serial, or was restored with an older token than this one. */
    private Optional<Seat> claimedSeat(Claim claim, JoinRequest request, Room room) {
        return room.seatOf(claim.participantId())
                .filter(seat -> seat.fits(new Seat.Key(claim.serial(), request.attempt()))
                        || (previousRun.issued(claim) && seat.isRestoredWithAnOlderThan(claim.ordinal())));
    }

    private Optional<Seat> seatOf(Client client) {
        RoomName name = places.get(client);
        Room room = name == null ? null : rooms.get(name);
        return room == null ? Optional.empty() : room.seatOf(client);
    }

    private boolean reserveRoom() {
        if (roomCount.incrementAndGet() > settings.get(MAX_ROOMS)) {
            roomCount.decrementAndGet();
            return false;
        }
        return true;
    }

    private boolean isForfeited(Seat seat) {
        long limit = (seat.announced() ? settings.get(SEAT_GRACE) : settings.get(RELOAD_GRACE)).toNanos();
        return seat.client().isEmpty() && nanoTime.getAsLong() - seat.emptySince() > limit;
    }

    @FunctionalInterface
    private interface Change {
        Room of(Room room, RoomNotifications notifications);
    }

    @FunctionalInterface
    private interface Departure {
        Room of(Room room, Seat seat, RoomNotifications notifications);
    }
}
