package videochatroom.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import videochatroom.config.Settings;
import videochatroom.protocol.ClientMessage.Relay;
import videochatroom.protocol.LeaveReason;
import videochatroom.protocol.ServerMessage;
import videochatroom.protocol.ServerMessage.ParticipantLeft;
import videochatroom.protocol.ServerMessage.ParticipantReconnecting;
import videochatroom.protocol.ServerMessage.RoomState.Occupancy;
import videochatroom.protocol.ServerMessage.TooManyPeople;
import videochatroom.room.ResumeTokens.Claim;
import videochatroom.room.Room.Waiting;

/**
 * All rooms, and where each client is. A room is there while a seat in it is taken or kept.
 *
 * <p>Thread-safe. {@link ConcurrentHashMap#compute} is the lock of one room: who is in it changes there, and what each
 * client hears of the change is put into its outbox there, so that all hear of changes in the order in which they
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
    /** Where a client sits or waits. Changes under the lock of that room. */
    private final ConcurrentHashMap<Client, RoomName> places = new ConcurrentHashMap<>();
    /** The rooms that time alone changes. */
    private final Set<RoomName> unsettled = ConcurrentHashMap.newKeySet();
    /** Beside the map, since its size is not exact while it changes. */
    private final AtomicInteger roomCount = new AtomicInteger();

    private Settings settings;
    private ResumeTokens tokens;
    private EarlierRun earlierRun;
    private Seating seating;
    private LongSupplier nanoTime;
    private volatile long sweptAt;

    /** For the proxy that CDI makes. */
    protected RoomRegistry() {}

    @Inject
    public RoomRegistry(Settings settings, ResumeTokens tokens) {
        this(settings, tokens, System::nanoTime);
    }

    RoomRegistry(Settings settings, ResumeTokens tokens, LongSupplier nanoTime) {
        this.settings = settings;
        this.tokens = tokens;
        this.nanoTime = nanoTime;
        this.earlierRun = new EarlierRun(settings.seatGrace(), nanoTime);
        this.seating = new Seating(places, tokens, earlierRun);
        this.sweptAt = nanoTime.getAsLong();
    }

    /** How many rooms there are. */
    public int size() {
        return roomCount.get();
    }

    /** Counts all, of which each may have changed meanwhile. Takes its time: for an operator, not for a message. */
    public Census census() {
        int participants = 0;
        int waiting = 0;
        for (Room room : rooms.values()) {
            participants += room.seats().size();
            waiting += room.waiting().size();
        }
        return new Census(size(), participants, waiting);
    }

    /** Whether seats are looked after. */
    public boolean sweptWithin(Duration duration) {
        return nanoTime.getAsLong() - sweptAt <= duration.toNanos();
    }

    /** How full a room is, as one sees it who would go in now. */
    public Occupancy look(RoomName name) {
        Room room = rooms.getOrDefault(name, Room.EMPTY);
        if (room.isFull() || room.reserved()) {
            return Occupancy.full;
        }
        // one whose page went away waits for nobody, although his seat is kept for a moment
        return room.seats().stream().anyMatch(Seat::announced) ? Occupancy.waiting : Occupancy.empty;
    }

    /** How many clients have a seat or wait for one. */
    public int placed() {
        return places.size();
    }

    /** Whether this client has a seat or waits for one. */
    public boolean isPlaced(Client client) {
        return places.containsKey(client);
    }

    /** Who this client is in the room where it sits; empty if it has no seat. */
    public Optional<String> participantId(Client client) {
        return seatOf(client).map(Seat::participantId);
    }

    /**
     * Seats a client, if there is a seat: its own, if it shows a token that fits, else a free one. All whom it concerns
     * are told, also the one who gets none.
     */
    public Admission join(Client client, JoinRequest request) {
        leave(client, LeaveReason.LEFT);
        RoomName name = request.room();
        Optional<Claim> claim = request.resumeToken().flatMap(token -> tokens.read(name, token));
        var outcome = new Object() {
            Admission admission = Admission.SEATED;
        };
        change(name, (room, news) -> {
            Optional<Seat> own = claim.flatMap(shown -> room.seatOf(shown.participantId())
                    .filter(seat -> seat.fits(new Seat.Key(shown.serial(), request.attempt()))
                            || (earlierRun.issued(shown) && seat.isRestoredWithAnOlderThan(shown.ordinal()))));
            if (own.isPresent()) {
                claim.filter(shown -> !shown.ofThisRun()).ifPresent(earlierRun::spend);
                var key = new Seat.Key(claim.get().serial(), request.attempt());
                return seating.resume(name, room, own.get(), key, client, request.keepsConnection(), news);
            }
            Optional<Seat> unanswered = room.seatOf(request.firstKey());
            if (unanswered.isPresent()) {
                return seating.resume(name, room, unanswered.get(), request.firstKey(), client, false, news);
            }
            if (room.isEmpty() && !reserveRoom()) {
                outcome.admission = Admission.TOO_MANY_ROOMS;
                return room;
            }
            boolean mayHaveIt = request.keepsConnection() || !room.isFull();
            if (mayHaveIt
                    && claim.filter(shown -> earlierRun.hasSeatFor(shown, room)).isPresent()) {
                return seating.restore(name, room, claim.get(), client, request, news);
            }
            if (room.isFull() || room.reserved()) {
                outcome.admission = Admission.ROOM_FULL;
                news.tell(client, new TooManyPeople(name.value(), Room.CAPACITY));
                return request.waits() ? seating.wait(name, room, client, request, news) : room;
            }
            return seating.seat(name, room, client, request, news);
        });
        return outcome.admission;
    }

    /** Frees a client's seat at once, or lets it wait no more. Nothing happens if it has neither. */
    public boolean leave(Client client, LeaveReason reason) {
        return depart(client, (room, seat, news) -> {
            room.othersThan(seat).forEach(other -> news.tell(other, new ParticipantLeft(seat.participantId(), reason)));
            return room.without(seat);
        });
    }

    /**
     * A page went away, perhaps to be reloaded: its seat is kept for a few seconds, and the others hear that he left.
     */
    public boolean pageGone(Client client) {
        if (settings.reloadGrace().isZero()) {
            return leave(client, LeaveReason.LEFT);
        }
        return depart(client, (room, seat, news) -> {
            room.othersThan(seat)
                    .forEach(other -> news.tell(other, new ParticipantLeft(seat.participantId(), LeaveReason.LEFT)));
            return seat.takesOfferRequests()
                    ? room.withChanged(seat.emptied(nanoTime.getAsLong(), false))
                    : room.without(seat);
        });
    }

    /** A client's socket is lost: its seat is kept for a while, if it can show a token for it. */
    public boolean lost(Client client) {
        return depart(client, (room, seat, news) -> {
            boolean kept = seat.takesOfferRequests() && !settings.seatGrace().isZero();
            String id = seat.participantId();
            room.othersThan(seat)
                    .forEach(other -> news.tell(
                            other,
                            kept
                                    ? new ParticipantReconnecting(id)
                                    : new ParticipantLeft(id, LeaveReason.CONNECTION_LOST)));
            return kept ? room.withChanged(seat.emptied(nanoTime.getAsLong(), true)) : room.without(seat);
        });
    }

    /**
     * Passes a message on to the others in the sender's room. One that is meant for somebody who is not there (any
     * more) is dropped: whoever has taken his seat has a negotiation of his own.
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

    /** Frees seats that were kept for long enough. To be called every second or so. */
    public void sweep() {
        sweptAt = nanoTime.getAsLong();
        for (RoomName name : unsettled) {
            change(name, (room, news) -> {
                Room rest = room;
                for (Seat seat : room.seats()) {
                    if (isForfeited(seat)) {
                        rest = rest.without(seat);
                        for (Seat other : seat.announced() ? rest.seats() : List.<Seat>of()) {
                            news.tell(other, new ParticipantLeft(seat.participantId(), LeaveReason.CONNECTION_LOST));
                        }
                    }
                }
                return rest.withReserved(room.reserved() && earlierRun.mayReturn());
            });
        }
    }

    private boolean depart(Client client, Departure departure) {
        RoomName name = places.get(client);
        if (name == null) {
            return false;
        }
        change(name, (room, news) -> {
            if (!places.remove(client, name)) {
                return room;
            }
            return room.seatOf(client)
                    .map(seat -> departure.of(room, seat, news))
                    .orElseGet(() -> room.withoutWaiting(client));
        });
        return true;
    }

    private void change(RoomName name, Change change) {
        var news = new News();
        rooms.compute(name, (key, existing) -> {
            Room before = existing == null ? Room.EMPTY : existing;
            Room after = change.of(before, news);
            while (!after.isFull() && !after.reserved() && !after.waiting().isEmpty()) {
                Waiting first = after.waiting().get(0);
                after = seating.seat(name, after.withoutWaiting(first.client()), first.client(), first.request(), news);
            }
            if (after.isEmpty() && existing != null) {
                roomCount.decrementAndGet();
            }
            if (after.awaitsSomething()) {
                unsettled.add(name);
            } else {
                unsettled.remove(name);
            }
            return after.isEmpty() ? null : after;
        });
        news.spread();
    }

    private Optional<Seat> seatOf(Client client) {
        RoomName name = places.get(client);
        Room room = name == null ? null : rooms.get(name);
        return room == null ? Optional.empty() : room.seatOf(client);
    }

    private boolean reserveRoom() {
        if (roomCount.incrementAndGet() > settings.maxRooms()) {
            roomCount.decrementAndGet();
            return false;
        }
        return true;
    }

    private boolean isForfeited(Seat seat) {
        long limit = (seat.announced() ? settings.seatGrace() : settings.reloadGrace()).toNanos();
        return seat.client().isEmpty() && nanoTime.getAsLong() - seat.emptySince() > limit;
    }

    @FunctionalInterface
    private interface Change {
        Room of(Room room, News news);
    }

    @FunctionalInterface
    private interface Departure {
        Room of(Room room, Seat seat, News news);
    }
}
