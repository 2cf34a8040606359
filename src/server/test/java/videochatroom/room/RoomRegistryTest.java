package videochatroom.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static videochatroom.room.Registries.bare;
import static videochatroom.room.Registries.full;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import videochatroom.config.RoomName;
import videochatroom.protocol.ClientMessage.Relay;
import videochatroom.protocol.LeaveReason;
import videochatroom.protocol.Peer.Role;
import videochatroom.protocol.RelayKind;
import videochatroom.protocol.ServerMessage.AnotherPersonReady;
import videochatroom.protocol.ServerMessage.Joined;
import videochatroom.protocol.ServerMessage.ParticipantLeft;
import videochatroom.protocol.ServerMessage.Relayed;
import videochatroom.protocol.ServerMessage.RoomState.Occupancy;
import videochatroom.room.RoomRegistry.Admission;

class RoomRegistryTest {

    private static final RoomName ROOM = RoomName.parse("room").orElseThrow();
    private static final RoomName OTHER_ROOM = RoomName.parse("other").orElseThrow();

    private final RoomRegistry registry = Registries.with(Map.of());

    @Test
    void theFirstParticipantFindsTheRoomEmpty() {
        var alice = new Person();
        assertEquals(Admission.SEATED, registry.join(alice, full(ROOM)));
        assertEquals(1, alice.heard().size());
        Joined joined = alice.last(Joined.class);
        assertEquals("room", joined.roomName());
        assertEquals(List.of(), joined.others());
        assertFalse(joined.resumed());
    }

    @Test
    void theFirstIsTheOffererAndTheSecondIsPolite() {
        var alice = new Person();
        var bob = new Person();
        registry.join(alice, full(ROOM));
        registry.join(bob, full(ROOM));

        var ready = alice.last(AnotherPersonReady.class).peer();
        assertEquals(bob.id(), ready.participantId());
        assertEquals(Role.OFFERER, ready.role());
        assertFalse(ready.polite());
        var alicesPart = bob.last(Joined.class).others().get(0);
        assertEquals(alice.id(), alicesPart.participantId());
        assertEquals(Role.ANSWERER, alicesPart.role());
        assertTrue(alicesPart.polite());
    }

    @Test
    void lookingAtARoomTellsItsOccupancyAndChangesNothing() {
        var alice = new Person();
        var bob = new Person();
        assertEquals(Occupancy.EMPTY, registry.look(ROOM));
        assertEquals(0, registry.size());
        registry.join(alice, full(ROOM));
        assertEquals(Occupancy.WAITING, registry.look(ROOM));
        assertEquals(Occupancy.EMPTY, registry.look(OTHER_ROOM));
        registry.join(bob, full(ROOM));
        assertEquals(Occupancy.FULL, registry.look(ROOM));
        assertEquals(1, alice.heard().stream().filter(Joined.class::isInstance).count());
        registry.leave(bob, LeaveReason.LEFT);
        assertEquals(Occupancy.WAITING, registry.look(ROOM));
    }

    @Test
    void aRoomWhosePagesWentAwayHasNobodyWaiting() {
        var alice = new Person();
        registry.join(alice, full(ROOM));
        registry.pageGone(alice);
        assertEquals(Occupancy.EMPTY, registry.look(ROOM));
        var bob = new Person();
        registry.join(bob, full(ROOM));
        registry.lost(bob);
        // both seats are kept
        assertEquals(Occupancy.FULL, registry.look(ROOM));
    }

    @Test
    void aClientOfTheBasicProtocolIsNeverPolite() {
        var bare = new Person();
        var ours = new Person();
        registry.join(ours, full(ROOM));
        registry.join(bare, bare(ROOM));
        assertTrue(ours.last(AnotherPersonReady.class).peer().polite());
        assertFalse(ours.last(AnotherPersonReady.class).peer().extended());

        var later = new Person();
        registry.leave(ours, LeaveReason.LEFT);
        registry.join(later, full(ROOM));
        assertFalse(bare.last(AnotherPersonReady.class).peer().polite());
        assertTrue(later.last(Joined.class).others().get(0).polite());
    }

    @Test
    void aCallIsExpectedWhenTwoAreInTheRoom() {
        var alice = new Person();
        var bob = new Person();
        registry.join(alice, full(ROOM));
        assertFalse(alice.expectsCall());
        registry.join(bob, full(ROOM));
        assertTrue(alice.expectsCall());
        assertTrue(bob.expectsCall());

        registry.join(alice, full(OTHER_ROOM));
        assertFalse(alice.expectsCall());
    }

    @Test
    void theThirdGetsNoSeatAndTheOthersAreNotNotified() {
        var alice = new Person();
        var bob = new Person();
        var carol = new Person();
        registry.join(alice, full(ROOM));
        registry.join(bob, full(ROOM));
        int heardByAlice = alice.heard().size();
        int heardByBob = bob.heard().size();

        assertEquals(Admission.ROOM_FULL, registry.join(carol, full(ROOM)));
        assertEquals(heardByAlice, alice.heard().size());
        assertEquals(heardByBob, bob.heard().size());

        registry.leave(alice, LeaveReason.LEFT);
        assertEquals(new ParticipantLeft(alice.id(), LeaveReason.LEFT), bob.last(ParticipantLeft.class));
        assertEquals(Admission.SEATED, registry.join(carol, full(ROOM)));
    }

    @Test
    void aMessageIsRelayedWithinTheSendersRoomOnly() {
        var alice = new Person();
        var bob = new Person();
        var stranger = new Person();
        registry.join(alice, full(ROOM));
        registry.join(bob, full(ROOM));
        registry.join(stranger, full(OTHER_ROOM));

        registry.relay(alice, new Relay(RelayKind.CANDIDATE, "null", Optional.empty()));
        assertEquals(new Relayed(RelayKind.CANDIDATE, "null", alice.id(), "room"), bob.last(Relayed.class));

        int heard = bob.heard().size();
        // a client outside the room reaches nobody in it
        registry.relay(stranger, new Relay(RelayKind.CANDIDATE, "null", Optional.empty()));
        // for a participant who has left
        registry.relay(alice, new Relay(RelayKind.CANDIDATE, "null", Optional.of(stranger.id())));
        assertEquals(heard, bob.heard().size());
        assertEquals(1, stranger.heard().size());
        assertEquals(1, alice.heard().stream().filter(Joined.class::isInstance).count());
    }

    @Test
    void roomsVanishWithTheirLastParticipant() {
        for (int round = 0; round < 5_000; round++) {
            var person = new Person();
            RoomName name = RoomName.parse("room-" + round).orElseThrow();
            registry.join(person, full(name));
            registry.leave(person, LeaveReason.CONNECTION_LOST);
            registry.leave(person, LeaveReason.CONNECTION_LOST);
        }
        assertEquals(0, registry.size());
    }

    @Test
    void theNumberOfRoomsIsLimitedByTheSetting() {
        var small = Registries.with(Map.of("room.max-rooms", "1"));
        var alice = new Person();
        assertEquals(Admission.SEATED, small.join(alice, full(ROOM)));
        assertEquals(Admission.TOO_MANY_ROOMS, small.join(new Person(), full(OTHER_ROOM)));
        assertEquals(Admission.SEATED, small.join(new Person(), full(ROOM)));
        assertEquals(1, small.size());
    }

    @Test
    void exactlyTwoOfManyThreadsGetASeat() throws Exception {
        int racers = 8;
        ExecutorService threads = Executors.newFixedThreadPool(racers);
        try {
            for (int round = 0; round < 1_000; round++) {
                var start = new CyclicBarrier(racers);
                var people =
                        IntStream.range(0, racers).mapToObj(i -> new Person()).toList();
                List<Callable<Admission>> joins = new ArrayList<>();
                for (Person person : people) {
                    joins.add(() -> {
                        start.await();
                        return registry.join(person, full(ROOM));
                    });
                }
                int seated = 0;
                for (Future<Admission> join : threads.invokeAll(joins)) {
                    seated += join.get() == Admission.SEATED ? 1 : 0;
                }
                assertEquals(2, seated);
                people.forEach(person -> registry.leave(person, LeaveReason.LEFT));
                assertEquals(0, registry.size());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Whatever the order in which they join and leave, the last message about the other participant is true. */
    @Test
    void nobodySeesAParticipantWhoHasLeftWhenManyJoinAndLeave() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 2_000; round++) {
                var leaver = new Person();
                var comer = new Person();
                registry.join(leaver, full(ROOM));
                var start = new CyclicBarrier(2);
                var both = threads.invokeAll(List.<Callable<Void>>of(
                        () -> {
                            start.await();
                            registry.leave(leaver, LeaveReason.LEFT);
                            return null;
                        },
                        () -> {
                            start.await();
                            registry.join(comer, full(ROOM));
                            return null;
                        }));
                for (Future<Void> one : both) {
                    one.get();
                }
                boolean toldOfHim = !comer.last(Joined.class).others().isEmpty();
                boolean toldHeLeft = comer.heard().stream().anyMatch(ParticipantLeft.class::isInstance);
                assertEquals(toldOfHim, toldHeLeft);
                assertTrue(comer.heard().get(0) instanceof Joined);
                registry.leave(comer, LeaveReason.LEFT);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
