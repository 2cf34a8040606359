package videochatroom.it.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.support.Server;
import videochatroom.it.support.SignalingClient;

/** Who gets a seat, who hears of it, and what is left when he goes. */
class AdmissionIT extends DeployedWar {

    @Test
    void theFirstIsAlone() {
        try (var alice = SignalingClient.connect("alice")) {
            JsonObject joined = alice.join("admission-alone");

            assertEquals("admission-alone", joined.getString("roomName"));
            assertEquals(0, joined.getJsonArray("others").size());
            assertEquals(0, joined.getJsonArray("iceServers").size(), "ice.servers=none");
            alice.hearsNothing();
        }
    }

    @Test
    void theSecondMeetsTheFirstWhoIsToOffer() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            String aliceId = alice.join("admission-second").getString("participantId");
            JsonObject joined = bob.join("admission-second");
            JsonObject ready = alice.hears("another_person_ready");

            String bobId = joined.getString("participantId");
            assertNotEquals(aliceId, bobId);
            assertEquals(bobId, ready.getString("participantId"));
            assertEquals("offerer", ready.getString("role"));
            assertEquals(1, joined.getJsonArray("others").size());
            JsonObject other = joined.getJsonArray("others").getJsonObject(0);
            assertEquals(aliceId, other.getString("participantId"));
            assertEquals("answerer", other.getString("role"));
            assertNotEquals(ready.getBoolean("polite"), other.getBoolean("polite"));
        }
    }

    @Test
    void whoLooksIsToldHowFullItIsAndNobodyElseIs() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob");
                var carol = SignalingClient.connect("carol")) {
            assertEquals("empty", occupancy(carol, "admission-look"));
            alice.join("admission-look");
            assertEquals("waiting", occupancy(carol, "Admission-Look"));
            alice.hearsNothing();
            bob.join("admission-look");
            assertEquals("full", occupancy(carol, "admission-look"));
            assertEquals("full", occupancy(alice, "admission-look"), "from inside");
        }
    }

    private static String occupancy(SignalingClient client, String room) {
        client.say(
                "look_at_room", Json.createObjectBuilder().add("roomName", room).build());
        JsonObject state = client.hearsAtLast("room_state");
        assertEquals("admission-look", state.getString("roomName"));
        assertEquals(2, state.size(), () -> "tells more than it should: " + state);
        return state.getString("occupancy");
    }

    @Test
    void theThirdIsTurnedAwayAloneAndGetsInOnTheSameSocketOnceASeatIsFree() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob");
                var carol = SignalingClient.connect("carol")) {
            meet("admission-third", alice, bob);

            for (int attempt = 0; attempt < 3; attempt++) {
                carol.askToJoin("admission-third");
                JsonObject full = carol.hears("too_many_people");
                assertEquals("admission-third", full.getString("roomName"));
                assertEquals(2, full.getInt("capacity"));
            }
            alice.hearsNothing();
            bob.hearsNothing();

            bob.say("leave_room");
            alice.hears("participant_left");
            carol.join("admission-third");
            alice.hears("another_person_ready");
        }
    }

    @Test
    void oneWhoKnowsOnlyTheOriginalsTableIsTurnedAwayAndServedAlike() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob");
                var carol = SignalingClient.connect("carol")) {
            alice.say("join_room", "admission-bare");
            alice.hears("joined");
            bob.say("join_room", "admission-bare");
            bob.hears("joined");
            alice.hears("another_person_ready");
            carol.say("join_room", "admission-bare");
            carol.hears("too_many_people");
        }
    }

    @Test
    void aRaceForTheSecondSeatHasOneWinner() {
        int racers = 8;
        List<SignalingClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < racers; i++) {
                clients.add(SignalingClient.connect("racer-" + i));
            }
            for (int round = 0; round < 50; round++) {
                String roomName = "admission-race-" + round;
                List<SignalingClient> seated = race(roomName, clients);
                assertEquals(2, seated.size(), "seated in round " + round);
                leave(seated);
            }
        } finally {
            clients.forEach(SignalingClient::close);
        }
    }

    @Test
    void leavingHangingUpAndVanishingAreToldApart() {
        try (var alice = SignalingClient.connect("alice")) {
            String room = "admission-leaving";
            alice.join(room);

            try (var bob = SignalingClient.connect("bob")) {
                expectToLeave(alice, bob.join(room), "left", () -> bob.say("leave_room"));
                bob.hearsNothing();
                expectToLeave(alice, bob.join(room), "connection_lost", bob::hangUp);
            }
            try (var carol = SignalingClient.connect("carol")) {
                expectToLeave(alice, carol.join(room), "connection_lost", carol::vanish);
            }
            alice.hearsNothing();
        }
    }

    @Test
    void oneWhoLeftMayJoinAnotherRoom() {
        try (var alice = SignalingClient.connect("alice")) {
            alice.join("admission-before");
            alice.say("leave_room");
            assertEquals("admission-after", alice.join("admission-after").getString("roomName"));
        }
    }

    @Test
    void aRoomThatEmptiedIsNew() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            for (int round = 0; round < 20; round++) {
                assertEquals(
                        0, alice.join("admission-new").getJsonArray("others").size());
                bob.join("admission-new");
                alice.hears("another_person_ready");
                leave(List.of(alice, bob));
            }
        }
    }

    @Test
    void thousandsOfEmptyRoomsLeaveNothingBehind() {
        try (var alice = SignalingClient.connect("alice")) {
            for (int i = 0; i < 3_000; i++) {
                alice.say("join_room", "admission-empty-" + i);
                JsonObject answer = alice.next();
                if (answer.getString("event").equals("error")) {
                    // too fast for the limit: the server lives, which is what matters here
                    assertEquals(
                            "too_many_messages", answer.getJsonObject("data").getString("code"));
                    break;
                }
                assertEquals("joined", answer.getString("event"), answer::toString);
                alice.say("leave_room");
                if (i % 50 == 49) {
                    alice.hearsNothing();
                }
            }
        }
    }

    @Test
    void theSameNameWrittenOtherwiseIsTheSameRoom() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob");
                var carol = SignalingClient.connect("carol")) {
            String composed = "Admission-Caf\u00c9";
            String decomposed = "admission-cafe\u0301";
            assertEquals("admission-caf\u00e9", alice.join(composed).getString("roomName"));
            bob.join(decomposed);
            alice.hears("another_person_ready");
            carol.askToJoin("ADMISSION-CAF\u00c9");
            carol.hears("too_many_people");
        }
    }

    @Test
    void theSameWarUnderAnotherNameIsAnotherWorld() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob", Server.signalingOf(Server.baseOfOtherName()))) {
            alice.join("admission-worlds");
            assertEquals(0, bob.join("admission-worlds").getJsonArray("others").size());
            alice.hearsNothing();
        }
    }

    private static void meet(String roomName, SignalingClient first, SignalingClient second) {
        first.join(roomName);
        second.join(roomName);
        first.hears("another_person_ready");
    }

    /** All ask at once; whoever was told nothing but his seat, and whom he met, has one. */
    private static List<SignalingClient> race(String roomName, List<SignalingClient> clients) {
        String join = Json.createObjectBuilder()
                .add("event", "join_room")
                .add("data", Json.createObjectBuilder().add("roomName", roomName))
                .build()
                .toString();
        clients.parallelStream().forEach(client -> client.send(join));
        Map<Boolean, List<SignalingClient>> bySeat = clients.stream()
                .collect(Collectors.partitioningBy(
                        client -> client.next().getString("event").equals("joined")));
        for (SignalingClient turnedAway : bySeat.get(false)) {
            turnedAway.hearsNothing();
        }
        return bySeat.get(true);
    }

    /**
     * All leave. Each round trip makes sure that what the others were to hear of it is on its way before his answer.
     */
    private static void leave(List<SignalingClient> seated) {
        seated.forEach(AdmissionIT::skipToPong);
        for (SignalingClient client : seated) {
            client.say("leave_room");
            skipToPong(client);
        }
    }

    private static void skipToPong(SignalingClient client) {
        client.say("ping");
        while (!client.next().getString("event").equals("pong")) {
            // another_person_ready and participant_left, in an order that the race decided
        }
    }

    private static void expectToLeave(SignalingClient observer, JsonObject joined, String reason, Runnable leave) {
        observer.hears("another_person_ready");
        leave.run();
        if (reason.equals("connection_lost")) {
            // his seat is kept for a while
            observer.hears("participant_reconnecting");
        }
        JsonObject left = observer.hears("participant_left");
        assertEquals(joined.getString("participantId"), left.getString("participantId"));
        assertEquals(reason, left.getString("reason"));
    }
}
