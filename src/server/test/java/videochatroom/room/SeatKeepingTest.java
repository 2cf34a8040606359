package videochatroom.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static videochatroom.room.Registries.asking;
import static videochatroom.room.Registries.bare;
import static videochatroom.room.Registries.full;
import static videochatroom.room.Registries.onlyReturning;
import static videochatroom.room.Registries.resuming;
import static videochatroom.room.Registries.waiting;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import videochatroom.config.RoomName;
import videochatroom.config.SigningKey;
import videochatroom.protocol.LeaveReason;
import videochatroom.protocol.Peer.Role;
import videochatroom.protocol.ServerMessage.AnotherPersonReady;
import videochatroom.protocol.ServerMessage.Joined;
import videochatroom.protocol.ServerMessage.ParticipantLeft;
import videochatroom.protocol.ServerMessage.ParticipantReconnecting;
import videochatroom.protocol.ServerMessage.ParticipantReturned;
import videochatroom.protocol.ServerMessage.TooManyPeople;
import videochatroom.room.RoomRegistry.Admission;

/** Seats are kept for lost sockets and reloaded pages, and only for the participants who had them. */
class SeatKeepingTest {

    private static final RoomName ROOM = RoomName.parse("room").orElseThrow();

    private final AtomicLong now = new AtomicLong();
    private final SigningKey key = SigningKey.of(Optional.empty());
    private final RoomRegistry registry = Registries.with(Map.of(), key, now::get);
    private final Person alice = new Person();
    private final Person bob = new Person();
    private final Person carol = new Person();

    @BeforeEach
    void joinAliceAndBob() {
        pass(Duration.ofHours(1));
        registry.join(alice, full(ROOM));
        registry.join(bob, full(ROOM));
    }

    @Test
    void aLostSocketKeepsTheSeatForAWhile() {
        registry.lost(alice);
        assertEquals(new ParticipantReconnecting(alice.id()), bob.last(ParticipantReconnecting.class));
        assertEquals(Admission.ROOM_FULL, registry.join(carol, full(ROOM)));

        pass(Duration.ofSeconds(29));
        assertFalse(bob.heardAny(ParticipantLeft.class));
        pass(Duration.ofSeconds(2));
        assertEquals(new ParticipantLeft(alice.id(), LeaveReason.CONNECTION_LOST), bob.last(ParticipantLeft.class));
        assertEquals(Admission.SEATED, registry.join(carol, full(ROOM)));
    }

    @Test
    void nobodyIsToldThatTheOtherOneIsGoneWhenTheRunEnds() {
        registry.end();
        registry.lost(alice);
        registry.lost(bob);
        assertFalse(bob.heardAny(ParticipantReconnecting.class));
        assertFalse(bob.heardAny(ParticipantLeft.class));
    }

    @Test
    void theTokenTakesTheSeatAgain() {
        registry.lost(alice);
        var returned = new Person();
        assertEquals(Admission.SEATED, registry.join(returned, resuming(ROOM, alice.token())));
        assertTrue(returned.last(Joined.class).resumed());
        assertEquals(alice.id(), returned.id());
        assertEquals(Role.OFFERER, returned.last(Joined.class).others().get(0).role());
        ParticipantReturned heard = bob.last(ParticipantReturned.class);
        assertEquals(alice.id(), heard.peer().participantId());
        assertEquals(Role.ANSWERER, heard.peer().role());
        assertTrue(heard.keepsConnection());
        pass(Duration.ofHours(1));
        assertFalse(bob.heardAny(ParticipantLeft.class));
    }

    @Test
    void aPageThatOnlyReturnsGetsItsOwnSeatOrNone() {
        registry.pageGone(alice);
        var returned = new Person();
        assertEquals(Admission.SEATED, registry.join(returned, onlyReturning(ROOM, alice.token())));
        assertEquals(alice.id(), returned.id());

        registry.pageGone(returned);
        pass(Duration.ofSeconds(6));
        var late = new Person();
        assertEquals(Admission.SEAT_GONE, registry.join(late, onlyReturning(ROOM, returned.token())));
        assertFalse(registry.isPlaced(late));
        assertFalse(late.heardAny(Joined.class));
        assertEquals(Admission.SEAT_GONE, registry.join(late, onlyReturning(ROOM, Optional.empty())));
        RoomName elsewhere = RoomName.parse("elsewhere").orElseThrow();
        assertEquals(Admission.SEAT_GONE, registry.join(late, onlyReturning(elsewhere, returned.token())));
        assertEquals(1, registry.size());
        // the seat is free for those who ask for any
        assertEquals(Admission.SEATED, registry.join(carol, full(ROOM)));
    }

    @Test
    void aPageThatOnlyReturnsGetsItsSeatAfterARestart() {
        RoomRegistry restarted = Registries.with(Map.of(), key, now::get);
        var again = new Person();
        assertEquals(Admission.SEATED, restarted.join(again, onlyReturning(ROOM, alice.token())));
        assertEquals(alice.id(), again.id());
    }

    @Test
    void theTokenTakesTheSeatFromAnOpenSocket() {
        var returned = new Person();
        registry.join(returned, resuming(ROOM, alice.token()));
        assertTrue(alice.wasTakenOver());
        assertFalse(registry.isPlaced(alice));
        assertEquals(alice.id(), returned.id());
        // the end of the old socket does not free the seat
        assertFalse(registry.lost(alice));
        assertEquals(returned.id(), bob.last(ParticipantReturned.class).peer().participantId());
        assertFalse(bob.heardAny(ParticipantLeft.class));
    }

    @Test
    void aTokenFitsOnceAndOnlyItsRoom() {
        var second = new Person();
        registry.join(second, resuming(ROOM, alice.token()));
        assertNotEquals(alice.token(), second.token());
        assertEquals(Admission.ROOM_FULL, registry.join(carol, resuming(ROOM, alice.token())));
        assertFalse(second.wasTakenOver());

        RoomName elsewhere = RoomName.parse("elsewhere").orElseThrow();
        var stranger = new Person();
        registry.join(stranger, resuming(elsewhere, second.token()));
        assertFalse(stranger.last(Joined.class).resumed());
        assertNotEquals(second.id(), stranger.id());
    }

    @Test
    void theSameAttemptTakesTheSeatAgainAndNoOtherDoes() {
        var unheard = new Person();
        registry.join(unheard, resuming(ROOM, alice.token(), "only alice knows"));
        assertEquals(Admission.ROOM_FULL, registry.join(carol, resuming(ROOM, alice.token(), "a guess")));
        registry.leave(carol, LeaveReason.LEFT);
        var again = new Person();
        registry.join(again, resuming(ROOM, alice.token(), "only alice knows"));
        assertEquals(alice.id(), again.id());
        assertTrue(unheard.wasTakenOver());

        // the next token replaces the attempt
        var last = new Person();
        registry.join(last, resuming(ROOM, again.token(), "the next attempt"));
        assertEquals(alice.id(), last.id());
        assertEquals(Admission.ROOM_FULL, registry.join(carol, resuming(ROOM, alice.token(), "only alice knows")));
    }

    @Test
    void aNewcomerWhoRepeatsTheRequestGetsTheSameSeat() {
        registry.leave(bob, LeaveReason.LEFT);
        var unheard = new Person();
        registry.join(unheard, asking(ROOM, "only the newcomer knows"));
        registry.lost(unheard);

        assertEquals(Admission.ROOM_FULL, registry.join(carol, asking(ROOM, "a guess")));
        var again = new Person();
        assertEquals(Admission.SEATED, registry.join(again, asking(ROOM, "only the newcomer knows")));
        assertEquals(unheard.id(), again.id());
        assertEquals(again.id(), alice.last(ParticipantReturned.class).peer().participantId());

        var andAgain = new Person();
        registry.join(andAgain, asking(ROOM, "only the newcomer knows"));
        assertEquals(unheard.id(), andAgain.id());
        assertTrue(again.wasTakenOver());
        assertFalse(carol.heardAny(Joined.class));
    }

    @Test
    void aClientThatWaitsOnAnotherSocketHasOnePlaceInTheQueue() {
        registry.join(carol, asking(ROOM, "only carol knows"));
        var again = new Person();
        registry.join(again, asking(ROOM, "only carol knows"));
        assertTrue(carol.wasTakenOver());
        var dave = new Person();
        registry.join(dave, asking(ROOM, "only dave knows"));

        registry.leave(alice, LeaveReason.LEFT);
        registry.leave(bob, LeaveReason.LEFT);
        assertTrue(again.heardAny(Joined.class));
        assertTrue(dave.heardAny(Joined.class));
        assertFalse(carol.heardAny(Joined.class));
    }

    @Test
    void aForgedTokenCountsAsNone() {
        String token = alice.token().orElseThrow();
        for (String forged : new String[] {
            "",
            ".",
            "...",
            "x".repeat(10_000),
            token + "x",
            token.replace('p', 'q'),
            alice.id() + ".a.b.c",
            "\ud800.a.b.c"
        }) {
            var stranger = new Person();
            assertEquals(Admission.ROOM_FULL, registry.join(stranger, resuming(ROOM, Optional.of(forged))), forged);
            registry.leave(stranger, LeaveReason.LEFT);
        }
        assertFalse(alice.wasTakenOver());
    }

    @Test
    void leavingFreesTheSeatAtOnceAndForGood() {
        registry.leave(alice, LeaveReason.LEFT);
        assertTrue(bob.heardAny(ParticipantLeft.class));
        assertEquals(Admission.SEATED, registry.join(carol, full(ROOM)));
        assertEquals(Admission.ROOM_FULL, registry.join(new Person(), resuming(ROOM, alice.token())));
    }

    @Test
    void aPageThatIsReloadedGetsItsSeat() {
        registry.pageGone(alice);
        assertEquals(new ParticipantLeft(alice.id(), LeaveReason.LEFT), bob.last(ParticipantLeft.class));
        assertEquals(Admission.ROOM_FULL, registry.join(carol, waiting(ROOM)));

        var reloaded = new Person();
        assertEquals(Admission.SEATED, registry.join(reloaded, resuming(ROOM, alice.token())));
        // Bob was told that Alice has left, so she comes again
        assertEquals(alice.id(), bob.last(AnotherPersonReady.class).peer().participantId());
        assertEquals(Role.OFFERER, bob.last(AnotherPersonReady.class).peer().role());
        assertFalse(carol.heardAny(Joined.class));
    }

    @Test
    void theSeatOfAPageThatDoesNotReturnIsForTheQueue() {
        registry.pageGone(alice);
        registry.join(carol, waiting(ROOM));
        assertTrue(carol.heardAny(TooManyPeople.class));
        pass(Duration.ofSeconds(6));
        assertEquals(
                1,
                bob.heard().stream().filter(ParticipantLeft.class::isInstance).count());
        assertEquals(bob.id(), carol.last(Joined.class).others().get(0).participantId());
        assertEquals(carol.id(), bob.last(AnotherPersonReady.class).peer().participantId());
    }

    @Test
    void theQueueKeepsItsOrder() {
        var dave = new Person();
        registry.join(carol, waiting(ROOM));
        registry.join(dave, waiting(ROOM));
        registry.leave(alice, LeaveReason.LEFT);
        assertTrue(registry.participantId(carol).isPresent());
        assertTrue(registry.participantId(dave).isEmpty());
        registry.lost(dave);
        registry.leave(bob, LeaveReason.LEFT);
        assertFalse(registry.isPlaced(dave));
        assertEquals(1, registry.size());
        registry.leave(carol, LeaveReason.LEFT);
        assertEquals(0, registry.size());
    }

    @Test
    void aClientOfTheBasicProtocolKeepsNoSeat() {
        registry.leave(bob, LeaveReason.LEFT);
        var original = new Person();
        registry.join(original, bare(ROOM));
        registry.lost(original);
        assertEquals(
                LeaveReason.CONNECTION_LOST, alice.last(ParticipantLeft.class).reason());
        assertEquals(Admission.SEATED, registry.join(carol, full(ROOM)));
    }

    @Test
    void emptySeatsDoNotKeepARoom() {
        registry.lost(alice);
        registry.pageGone(bob);
        assertEquals(1, registry.size());
        pass(Duration.ofSeconds(31));
        assertEquals(0, registry.size());
    }

    @Test
    void aTokenThatWasSpentBeforeARestartDoesNotBlockANewerOne() {
        Optional<String> usedUp = alice.token();
        var resumed = new Person();
        registry.join(resumed, resuming(ROOM, usedUp));

        RoomRegistry restarted = Registries.with(Map.of(), key, now::get);
        var thief = new Person();
        restarted.join(thief, resuming(ROOM, usedUp));
        Optional<String> thiefs = thief.token();
        var aliceAgain = new Person();
        assertEquals(Admission.SEATED, restarted.join(aliceAgain, resuming(ROOM, resumed.token())));
        assertEquals(alice.id(), aliceAgain.id());
        assertTrue(restarted.participantId(thief).isEmpty());
        restarted.join(thief, resuming(ROOM, usedUp));
        assertTrue(restarted.participantId(aliceAgain).isPresent());
        restarted.join(thief, resuming(ROOM, thiefs));
        assertTrue(restarted.participantId(aliceAgain).isPresent());
    }

    @Test
    void afterARestartBothGetTheirSeatsAndAThirdGetsNone() {
        RoomRegistry restarted = Registries.with(Map.of(), key, now::get);
        assertEquals(Admission.SEATED, restarted.join(carol, waiting(ROOM)));

        var aliceAgain = new Person();
        assertEquals(Admission.SEATED, restarted.join(aliceAgain, resuming(ROOM, alice.token())));
        assertEquals(alice.id(), aliceAgain.id());
        assertTrue(aliceAgain.last(Joined.class).resumed());
        assertEquals(0, aliceAgain.last(Joined.class).others().size());
        assertTrue(carol.heardAny(TooManyPeople.class));
        var dave = new Person();
        assertEquals(Admission.ROOM_FULL, restarted.join(dave, waiting(ROOM)));

        var bobAgain = new Person();
        assertEquals(Admission.SEATED, restarted.join(bobAgain, resuming(ROOM, bob.token())));
        assertEquals(bob.id(), bobAgain.id());
        assertEquals(bob.id(), aliceAgain.last(ParticipantReturned.class).peer().participantId());

        // the tokens are spent
        var thief = new Person();
        assertEquals(Admission.ROOM_FULL, restarted.join(thief, resuming(ROOM, alice.token())));
        restarted.leave(aliceAgain, LeaveReason.LEFT);
        assertFalse(thief.heardAny(Joined.class));
    }

    @Test
    void afterARestartTheOtherSeatIsFreeWhenTheGraceIsOver() {
        RoomRegistry restarted = Registries.with(Map.of(), key, now::get);
        var aliceAgain = new Person();
        restarted.join(aliceAgain, resuming(ROOM, alice.token()));
        restarted.join(carol, waiting(ROOM));
        now.addAndGet(Duration.ofSeconds(31).toNanos());
        restarted.sweep();
        assertEquals(aliceAgain.id(), carol.last(Joined.class).others().get(0).participantId());
    }

    @Test
    void afterARestartTheRoomOfAParticipantWithoutACallIsOpen() {
        RoomRegistry restarted = Registries.with(Map.of(), key, now::get);
        var aliceAgain = new Person();
        restarted.join(aliceAgain, new JoinRequest(ROOM, true, alice.token(), Optional.empty(), false, true, false));
        assertEquals(alice.id(), aliceAgain.id());
        assertEquals(Admission.SEATED, restarted.join(carol, full(ROOM)));
        assertEquals(
                carol.id(), aliceAgain.last(AnotherPersonReady.class).peer().participantId());
    }

    @Test
    void tokensOfThePreviousRunExpireWithTheGrace() {
        RoomRegistry restarted = Registries.with(Map.of(), key, now::get);
        now.addAndGet(Duration.ofSeconds(31).toNanos());
        restarted.join(carol, full(ROOM));
        restarted.join(new Person(), resuming(ROOM, alice.token()));
        assertFalse(carol.heardAny(TooManyPeople.class));
        assertNotEquals(alice.id(), carol.last(AnotherPersonReady.class).peer().participantId());
    }

    @Test
    void aTokenSignedWithAnotherKeyCountsAsNone() {
        RoomRegistry stranger = Registries.with(Map.of(), SigningKey.of(Optional.empty()), now::get);
        var returned = new Person();
        stranger.join(returned, resuming(ROOM, alice.token()));
        assertFalse(returned.last(Joined.class).resumed());
    }

    @Test
    void aTokenIsValidInItsRunAndForADayAfterARestart() {
        Optional<String> alices = alice.token();
        pass(ResumeTokens.MAX_AGE.plusSeconds(-1));
        assertEquals(
                Admission.SEATED,
                Registries.with(Map.of(), key, now::get).join(new Person(), resuming(ROOM, alices, "in time")));
        pass(Duration.ofSeconds(2));

        RoomRegistry restarted = Registries.with(Map.of(), key, now::get);
        restarted.join(carol, waiting(ROOM));
        restarted.join(new Person(), waiting(ROOM));
        var tooLate = new Person();
        assertEquals(Admission.ROOM_FULL, restarted.join(tooLate, resuming(ROOM, alices)));

        registry.lost(alice);
        var returned = new Person();
        registry.join(returned, resuming(ROOM, alices));
        assertTrue(returned.last(Joined.class).resumed());
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
        registry.sweep();
    }
}
