package videochatroom.it.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.support.SignalingClient;

/** What one participant sends reaches the other of his own room, and nobody else. */
class RelayIT extends DeployedWar {

    private static final JsonObject OFFER = description("offer", "v=0\r\n");
    private static final JsonObject ANSWER = description("answer", "v=0\r\n");

    @Test
    void aNegotiationIsRelayedWithItsSender() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            String aliceId = alice.join("relay-negotiation").getString("participantId");
            String bobId = bob.join("relay-negotiation").getString("participantId");
            alice.hears("another_person_ready");

            alice.say(
                    "send_connection_offer", of("offer", OFFER).add("to", bobId).build());
            JsonObject offer = bob.hears("send_connection_offer");
            assertEquals(OFFER, offer.getJsonObject("offer"));
            assertEquals(aliceId, offer.getString("from"));
            assertEquals("relay-negotiation", offer.getString("roomName"));

            bob.say("answer", of("answer", ANSWER).add("to", aliceId).build());
            JsonObject answer = alice.hears("answer");
            assertEquals(ANSWER, answer.getJsonObject("answer"));
            assertEquals(bobId, answer.getString("from"));

            JsonObject candidate = Json.createObjectBuilder()
                    .add("candidate", "candidate:1 1 udp 2122260223 192.0.2.7 50000 typ host")
                    .add("sdpMid", "0")
                    .add("sdpMLineIndex", 0)
                    .build();
            alice.say("send_candidate", of("candidate", candidate).build());
            assertEquals(candidate, bob.hears("send_candidate").getJsonObject("candidate"));
            alice.say("send_candidate", of("candidate", JsonValue.NULL).build());
            assertEquals(JsonValue.NULL, bob.hears("send_candidate").get("candidate"));

            bob.say(
                    "request_offer",
                    Json.createObjectBuilder().add("iceRestart", true).build());
            assertEquals(JsonValue.TRUE, alice.hears("request_offer").get("iceRestart"));
        }
    }

    @Test
    void aClientThatKnowsOnlyTheOriginalsTableGoesThroughAWholeCall() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            String roomName = "relay-bare";
            alice.say("join_room", roomName);
            alice.hears("joined");
            bob.say("join_room", roomName);
            bob.hears("joined");

            alice.hears("another_person_ready");
            alice.say(
                    "send_connection_offer",
                    of("offer", OFFER).add("roomName", roomName).build());
            assertEquals(OFFER, bob.hears("send_connection_offer").getJsonObject("offer"));
            bob.say("answer", of("answer", ANSWER).add("roomName", roomName).build());
            assertEquals(ANSWER, alice.hears("answer").getJsonObject("answer"));
            bob.say(
                    "send_candidate",
                    of("candidate", JsonValue.NULL).add("roomName", roomName).build());
            assertEquals(JsonValue.NULL, alice.hears("send_candidate").get("candidate"));
        }
    }

    @Test
    void aMessageForOneWhoIsGoneIsDropped() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob");
                var carol = SignalingClient.connect("carol")) {
            alice.join("relay-gone");
            String bobId = bob.join("relay-gone").getString("participantId");
            alice.hears("another_person_ready");
            bob.say("leave_room");
            alice.hears("participant_left");
            carol.join("relay-gone");
            alice.hears("another_person_ready");

            alice.say(
                    "send_connection_offer", of("offer", OFFER).add("to", bobId).build());
            alice.hearsNothing();
            carol.hearsNothing();
        }
    }

    @Test
    void aMessageThatNamesAnotherRoomStaysInItsOwn() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob");
                var carol = SignalingClient.connect("carol");
                var dave = SignalingClient.connect("dave")) {
            alice.join("relay-own");
            bob.join("relay-own");
            alice.hears("another_person_ready");
            carol.join("relay-other");
            String daveId = dave.join("relay-other").getString("participantId");
            carol.hears("another_person_ready");

            alice.say(
                    "send_connection_offer",
                    of("offer", OFFER).add("roomName", "relay-other").build());
            assertEquals("relay-own", bob.hears("send_connection_offer").getString("roomName"));
            alice.say(
                    "send_connection_offer",
                    of("offer", OFFER)
                            .add("roomName", "relay-other")
                            .add("to", daveId)
                            .build());
            alice.hearsNothing();
            bob.hearsNothing();
            carol.hearsNothing();
            dave.hearsNothing();
        }
    }

    @Test
    void whatOneClaimsToBeIsNotBelieved() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            String aliceId = alice.join("relay-claim").getString("participantId");
            String bobId = bob.join("relay-claim").getString("participantId");
            alice.hears("another_person_ready");

            alice.say(
                    "send_connection_offer",
                    of("offer", OFFER).add("from", bobId).build());
            assertEquals(aliceId, bob.hears("send_connection_offer").getString("from"));
        }
    }

    @Test
    void oneWhoIsAloneIsHeardByNobody() {
        try (var alice = SignalingClient.connect("alice")) {
            alice.join("relay-alone");
            alice.say("send_connection_offer", of("offer", OFFER).build());
            alice.hearsNothing();
        }
    }

    @Test
    void aMessageBeforeTheJoinIsRefused() {
        try (var alice = SignalingClient.connect("alice")) {
            alice.say("send_connection_offer", of("offer", OFFER).build());
            assertEquals("send_connection_offer", alice.hearsError("not_joined").getString("event"));
            alice.join("relay-late");
        }
    }

    @Test
    void aSecondJoinIsRefusedAndTheSeatKept() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            alice.join("relay-twice");
            bob.join("relay-twice");
            alice.hears("another_person_ready");

            alice.askToJoin("relay-elsewhere");
            alice.hearsError("already_joined");
            bob.hearsNothing();
            bob.say("send_connection_offer", of("offer", OFFER).build());
            alice.hears("send_connection_offer");
        }
    }

    @Test
    void theOrderOfTwoThousandMessagesIsKept() {
        // new sockets each round, since each may send only so many at once
        for (int round = 0; round < 4; round++) {
            try (var alice = SignalingClient.connect("alice");
                    var bob = SignalingClient.connect("bob")) {
                alice.join("relay-order");
                bob.join("relay-order");
                alice.hears("another_person_ready");

                for (int i = 0; i < 250; i++) {
                    alice.say("send_connection_offer", of("offer", numbered(i)).build());
                    bob.say("send_connection_offer", of("offer", numbered(i)).build());
                }
                for (int i = 0; i < 250; i++) {
                    assertEquals(numbered(i), bob.hears("send_connection_offer").getJsonObject("offer"));
                    assertEquals(
                            numbered(i), alice.hears("send_connection_offer").getJsonObject("offer"));
                }
                alice.say("leave_room");
                bob.hears("participant_left");
                bob.say("leave_room");
                bob.hearsNothing();
            }
        }
    }

    private static JsonObject numbered(int number) {
        return description("offer", "v=0\r\n" + number);
    }

    private static JsonObjectBuilder of(String member, JsonValue value) {
        return Json.createObjectBuilder().add(member, value);
    }

    private static JsonObject description(String type, String sdp) {
        return Json.createObjectBuilder().add("type", type).add("sdp", sdp).build();
    }
}
