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

/** Which clients get a seat, who is notified, and what remains when they leave. */
class AdmissionIT extends DeployedWar {

    @Test
    void theFirstIsAlone() {
        try (var alice = SignalingClient.connect("alice")) {
            JsonObject joined = alice.join("admission-alone");

            assertEquals("admission-alone", joined.getString("roomName"));
            assertEquals(0, joined.getJsonArray("others").size());
            assertEquals(0, joined.getJsonArray("iceServers").size(), "ice.servers=none");
            alice.receivesNothing();
        }
    }

    @Test
    void theFirstOffersToTheSecond() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            String aliceId = alice.join("admission-second").getString("participantId");
            JsonObject joined = bob.join("admission-second");
            JsonObject ready = alice.receives("another_person_ready");

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
    void theOccupancyIsSentToTheClientThatAskedOnly() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob");
                var carol = SignalingClient.connect("carol")) {
            assertEquals("empty", occupancy(carol, "admission-look"));
            alice.join("admission-look");
            assertEquals("waiting", occupancy(carol, "Admission-Look"));
            alice.receivesNothing();
            bob.join("admission-look");
            assertEquals("full", occupancy(carol, "admission-look"));
            assertEquals("full", occupancy(alice, "admission-look"), "asked by a participant");
        }
    }

    private static String occupancy(SignalingClient client, String room) {
        client.sendEvent(
                "look_at_room", Json.createObjectBuilder().add("roomName", room).build());
        JsonObject state = client.receivesEventually("room_state");
        assertEquals("admission-look", state.getString("roomName"));
        assertEquals(2, state.size(), () -> "more members than expected: " + state);
        return state.getString("occupancy");
    }

    @Test
    void theThirdIsRefusedAndJoinsOnTheSameSocketOnceASeatIsFree() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob");
                var carol = SignalingClient.connect("carol")) {
            SignalingClient.meet("admission-third", alice, bob);

            for (int attempt = 0; attempt < 3; attempt++) {
                carol.requestSeat("admission-third");
                JsonObject full = carol.receives("too_many_people");
                assertEquals("admission-third", full.getString("roomName"));
                assertEquals(2, full.getInt("capacity"));
            }
            alice.receivesNothing();
            bob.receivesNothing();

            bob.sendEvent("leave_room");
            alice.receives("participant_left");
            carol.join("admission-third");
            alice.receives("another_person_ready");
        }
    }

    @Test
    void aClientOfTheBasicProtocolIsAdmittedAndRefusedToo() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob");
                var carol = SignalingClient.connect("carol")) {
            alice.sendEvent("join_room", "admission-bare");
            alice.receives("joined");
            bob.sendEvent("join_room", "admission-bare");
            bob.receives("joined");
            alice.receives("another_person_ready");
            carol.sendEvent("join_room", "admission-bare");
            carol.receives("too_many_people");
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
    void leavingClosingAndAbortingHaveDifferentReasons() {
        try (var alice = SignalingClient.connect("alice")) {
            String room = "admission-leaving";
            alice.join(room);

            try (var bob = SignalingClient.connect("bob")) {
                expectToLeave(alice, bob.join(room), "left", () -> bob.sendEvent("leave_room"));
                bob.receivesNothing();
                expectToLeave(alice, bob.join(room), "connection_lost", bob::closeNormally);
            }
            try (var carol = SignalingClient.connect("carol")) {
                expectToLeave(alice, carol.join(room), "connection_lost", carol::abort);
            }
            alice.receivesNothing();
        }
    }

    @Test
    void aParticipantWhoLeftMayJoinAnotherRoom() {
        try (var alice = SignalingClient.connect("alice")) {
            alice.join("admission-before");
            alice.sendEvent("leave_room");
            assertEquals("admission-after", alice.join("admission-after").getString("roomName"));
        }
    }

    @Test
    void anEmptiedRoomIsNew() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            for (int round = 0; round < 20; round++) {
                assertEquals(
                        0, alice.join("admission-new").getJsonArray("others").size());
                bob.join("admission-new");
                alice.receives("another_person_ready");
                leave(List.of(alice, bob));
            }
        }
    }

    @Test
    void thousandsOfEmptyRoomsLeaveNothingBehind() {
        try (var alice = SignalingClient.connect("alice")) {
            for (int i = 0; i < 3_000; i++) {
                alice.sendEvent("join_room", "admission-empty-" + i);
                JsonObject answer = alice.next();
                if (answer.getString("event").equals("error")) {
                    // the rate limit: all that matters here is that the server is alive
                    assertEquals(
                            "too_many_messages", answer.getJsonObject("data").getString("code"));
                    break;
                }
                assertEquals("joined", answer.getString("event"), answer::toString);
                alice.sendEvent("leave_room");
                if (i % 50 == 49) {
                    alice.receivesNothing();
                }
            }
        }
    }

    @Test
    void caseAndUnicodeFormOfANameDoNotMatter() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob");
                var carol = SignalingClient.connect("carol")) {
            String composed = "Admission-Caf\u00c9";
            String decomposed = "admission-cafe\u0301";
            assertEquals("admission-caf\u00e9", alice.join(composed).getString("roomName"));
            bob.join(decomposed);
            alice.receives("another_person_ready");
            carol.requestSeat("ADMISSION-CAF\u00c9");
            carol.receives("too_many_people");
        }
    }

    @Test
    void anotherDeploymentOfTheWarHasItsOwnRooms() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob", Server.signalingOf(Server.baseOfOtherName()))) {
            alice.join("admission-worlds");
            assertEquals(0, bob.join("admission-worlds").getJsonArray("others").size());
            alice.receivesNothing();
        }
    }

    /** All clients request a seat at the same time. Returns those that got one. */
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
        for (SignalingClient refused : bySeat.get(false)) {
            refused.receivesNothing();
        }
        return bySeat.get(true);
    }

    /** All leave. The round trips guarantee that every notification has been sent before the next room is used. */
    private static void leave(List<SignalingClient> seated) {
        seated.forEach(AdmissionIT::skipToPong);
        for (SignalingClient client : seated) {
            client.sendEvent("leave_room");
            skipToPong(client);
        }
    }

    private static void skipToPong(SignalingClient client) {
        client.sendEvent("ping");
        while (!client.next().getString("event").equals("pong")) {
            // another_person_ready and participant_left, in an order that depends on the race
        }
    }

    private static void expectToLeave(SignalingClient observer, JsonObject joined, String reason, Runnable leave) {
        observer.receives("another_person_ready");
        leave.run();
        if (reason.equals("connection_lost")) {
            // the seat is kept for a while
            observer.receives("participant_reconnecting");
        }
        JsonObject left = observer.receives("participant_left");
        assertEquals(joined.getString("participantId"), left.getString("participantId"));
        assertEquals(reason, left.getString("reason"));
    }
}
