package videochatroom.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.junit.jupiter.api.Test;
import videochatroom.config.Settings;
import videochatroom.protocol.ClientMessage.Relay;
import videochatroom.protocol.IceServer;
import videochatroom.protocol.LeaveReason;
import videochatroom.protocol.Peer.Role;
import videochatroom.protocol.RelayKind;
import videochatroom.protocol.ServerMessage;
import videochatroom.protocol.ServerMessage.AnotherPersonReady;
import videochatroom.protocol.ServerMessage.Joined;
import videochatroom.protocol.ServerMessage.ParticipantLeft;
import videochatroom.protocol.ServerMessage.Relayed;
import videochatroom.room.RoomRegistry.Admission;

class RoomRegistryTest {

    private static final RoomName ROOM = RoomName.parse("room").orElseThrow();
    private static final RoomName OTHER_ROOM = RoomName.parse("other").orElseThrow();
    private static final List<IceServer> ICE = List.of(IceServer.open("stun:stun.example.org"));

    private final RoomRegistry registry = new RoomRegistry(
            Settings.read(ConfigProviderResolver.instance().getBuilder().build()));

    @Test
    void theFirstIsToldThatHeIsAlone() {
        var alice = new Person(true);
        assertEquals(Admission.SEATED, registry.join(ROOM, alice.participant, ICE));
        assertEquals(List.of(new Joined("room", alice.id(), ICE, List.of())), alice.heard());
    }

    @Test
    void theFirstOffersToTheSecondWhoIsPolite() {
        var alice = new Person(true);
        var bob = new Person(true);
        registry.join(ROOM, alice.participant, ICE);
        registry.join(ROOM, bob.participant, ICE);

        var ready = alice.last(AnotherPersonReady.class).peer();
        assertEquals(bob.id(), ready.participantId());
        assertEquals(Role.offerer, ready.role());
        assertFalse(ready.polite());
        var alicesPart = bob.last(Joined.class).others().get(0);
        assertEquals(alice.id(), alicesPart.participantId());
        assertEquals(Role.answerer, alicesPart.role());
        assertTrue(alicesPart.polite());
    }

    @Test
    void oneWhoKnowsOnlyTheOriginalsEventsNeverHasToGiveWay() {
        var bare = new Person(false);
        var ours = new Person(true);
        registry.join(ROOM, ours.participant, ICE);
        registry.join(ROOM, bare.participant, ICE);
        assertTrue(ours.last(AnotherPersonReady.class).peer().polite());
        assertFalse(ours.last(AnotherPersonReady.class).peer().takesOfferRequests());

        var later = new Person(true);
        registry.leave(ROOM, ours.participant, LeaveReason.LEFT);
        registry.join(ROOM, later.participant, ICE);
        assertFalse(bare.last(AnotherPersonReady.class).peer().polite());
        assertTrue(later.last(Joined.class).others().get(0).polite());
    }

    @Test
    void theThirdGetsNoSeatAndTheTwoHearNothing() {
        var alice = new Person(true);
        var bob = new Person(true);
        var carol = new Person(true);
        registry.join(ROOM, alice.participant, ICE);
        registry.join(ROOM, bob.participant, ICE);
        int heardByAlice = alice.heard().size();
        int heardByBob = bob.heard().size();

        assertEquals(Admission.ROOM_FULL, registry.join(ROOM, carol.participant, ICE));
        assertEquals(heardByAlice, alice.heard().size());
        assertEquals(heardByBob, bob.heard().size());

        registry.leave(ROOM, alice.participant, LeaveReason.LEFT);
        assertEquals(new ParticipantLeft(alice.id(), LeaveReason.LEFT), bob.last(ParticipantLeft.class));
        assertEquals(Admission.SEATED, registry.join(ROOM, carol.participant, ICE));
    }

    @Test
    void aMessageGoesToTheOtherOneInTheSendersRoomOnly() {
        var alice = new Person(true);
        var bob = new Person(true);
        var stranger = new Person(true);
        registry.join(ROOM, alice.participant, ICE);
        registry.join(ROOM, bob.participant, ICE);
        registry.join(OTHER_ROOM, stranger.participant, ICE);

        registry.relay(ROOM, alice.participant, new Relay(RelayKind.CANDIDATE, JsonValue.NULL, Optional.empty()));
        assertEquals(new Relayed(RelayKind.CANDIDATE, JsonValue.NULL, alice.id(), "room"), bob.last(Relayed.class));

        int heard = bob.heard().size();
        // who is not in the room can't reach anybody there, whatever he says
        registry.relay(ROOM, stranger.participant, new Relay(RelayKind.CANDIDATE, JsonValue.NULL, Optional.empty()));
        // for somebody who is there no more
        registry.relay(
                ROOM, alice.participant, new Relay(RelayKind.CANDIDATE, JsonValue.NULL, Optional.of(stranger.id())));
        assertEquals(heard, bob.heard().size());
        assertEquals(1, stranger.heard().size());
        assertEquals(1, alice.heard().stream().filter(Joined.class::isInstance).count());
    }

    @Test
    void roomsVanishWithTheirLastParticipant() {
        for (int round = 0; round < 5_000; round++) {
            var person = new Person(true);
            RoomName name = RoomName.parse("room-" + round).orElseThrow();
            registry.join(name, person.participant, ICE);
            registry.leave(name, person.participant, LeaveReason.CONNECTION_LOST);
            registry.leave(name, person.participant, LeaveReason.CONNECTION_LOST);
        }
        assertEquals(0, registry.size());
    }

    @Test
    void thereAreNoMoreRoomsThanTheSettingSays() {
        var small = new RoomRegistry(Settings.read(ConfigProviderResolver.instance()
                .getBuilder()
                .withSources(new SettingsOf("room.max-rooms", "1"))
                .build()));
        var alice = new Person(true);
        assertEquals(Admission.SEATED, small.join(ROOM, alice.participant, ICE));
        assertEquals(Admission.TOO_MANY_ROOMS, small.join(OTHER_ROOM, new Person(true).participant, ICE));
        assertEquals(Admission.SEATED, small.join(ROOM, new Person(true).participant, ICE));
        assertEquals(1, small.size());
    }

    @Test
    void underARaceExactlyTwoGetIn() throws Exception {
        int racers = 8;
        ExecutorService threads = Executors.newFixedThreadPool(racers);
        try {
            for (int round = 0; round < 1_000; round++) {
                var start = new CyclicBarrier(racers);
                var people = IntStream.range(0, racers)
                        .mapToObj(i -> new Person(true))
                        .toList();
                List<Callable<Admission>> joins = new ArrayList<>();
                for (Person person : people) {
                    joins.add(() -> {
                        start.await();
                        return registry.join(ROOM, person.participant, ICE);
                    });
                }
                int seated = 0;
                for (Future<Admission> join : threads.invokeAll(joins)) {
                    seated += join.get() == Admission.SEATED ? 1 : 0;
                }
                assertEquals(2, seated);
                people.forEach(person -> registry.leave(ROOM, person.participant, LeaveReason.LEFT));
                assertEquals(0, registry.size());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** However comings and goings interleave, what one hears last of the other is true. */
    @Test
    void underARaceOfJoiningAndLeavingNobodySeesAGhost() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 2_000; round++) {
                var leaver = new Person(true);
                var comer = new Person(true);
                registry.join(ROOM, leaver.participant, ICE);
                var start = new CyclicBarrier(2);
                var both = threads.invokeAll(List.<Callable<Void>>of(
                        () -> {
                            start.await();
                            registry.leave(ROOM, leaver.participant, LeaveReason.LEFT);
                            return null;
                        },
                        () -> {
                            start.await();
                            registry.join(ROOM, comer.participant, ICE);
                            return null;
                        }));
                for (Future<Void> one : both) {
                    one.get();
                }
                boolean toldOfHim = !comer.last(Joined.class).others().isEmpty();
                boolean toldHeLeft = comer.heard().stream().anyMatch(ParticipantLeft.class::isInstance);
                assertEquals(toldOfHim, toldHeLeft);
                assertTrue(comer.heard().get(0) instanceof Joined);
                registry.leave(ROOM, comer.participant, LeaveReason.LEFT);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** A participant whose outbox only remembers; messages count as heard once they were flushed. */
    private static final class Person implements Outbox {
        private final List<ServerMessage> enqueued = Collections.synchronizedList(new ArrayList<>());
        private volatile int flushed;
        final Participant participant;

        Person(boolean takesOfferRequests) {
            participant = Participant.arriving(takesOfferRequests, this);
        }

        String id() {
            return participant.id();
        }

        @Override
        public void enqueue(ServerMessage message) {
            enqueued.add(message);
        }

        @Override
        public void flush() {
            flushed = enqueued.size();
        }

        List<ServerMessage> heard() {
            return List.copyOf(enqueued.subList(0, flushed));
        }

        <T extends ServerMessage> T last(Class<T> type) {
            return heard().stream()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .reduce((first, second) -> second)
                    .orElseThrow();
        }
    }

    private record SettingsOf(String name, String value) implements org.eclipse.microprofile.config.spi.ConfigSource {
        @Override
        public java.util.Set<String> getPropertyNames() {
            return java.util.Set.of(name);
        }

        @Override
        public String getValue(String property) {
            return property.equals(name) ? value : null;
        }

        @Override
        public String getName() {
            return "test";
        }
    }
}
