package videochatroom.it.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.support.SignalingClient;

/** A participant's messages reach the other participant of their room and nobody else. */
class RelayIT extends DeployedWar {

    private static final JsonObject OFFER = description("offer", "v=0\r\n");
    private static final JsonObject ANSWER = description("answer", "v=0\r\n");

    @Test
    void aNegotiationIsRelayedWithItsSender() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            String aliceId = alice.join("relay-negotiation").getString("participantId");
            String bobId = bob.join("relay-negotiation").getString("participantId");
            alice.receives("another_person_ready");

            alice.sendEvent(
                    "send_connection_offer", of("offer", OFFER).add("to", bobId).build());
            JsonObject offer = bob.receives("send_connection_offer");
            assertEquals(OFFER, offer.getJsonObject("offer"));
            assertEquals(aliceId, offer.getString("from"));
            assertEquals("relay-negotiation", offer.getString("roomName"));

            bob.sendEvent("answer", of("answer", ANSWER).add("to", aliceId).build());
            JsonObject answer = alice.receives("answer");
            assertEquals(ANSWER, answer.getJsonObject("answer"));
            assertEquals(bobId, answer.getString("from"));

            JsonObject candidate = Json.createObjectBuilder()
                    .add("candidate", "candidate:1 1 udp 2122260223 192.0.2.7 50000 typ host")
                    .add("sdpMid", "0")
                    .add("sdpMLineIndex", 0)
                    .build();
            alice.sendEvent("send_candidate", of("candidate", candidate).build());
            assertEquals(candidate, bob.receives("send_candidate").getJsonObject("candidate"));
            alice.sendEvent("send_candidate", of("candidate", JsonValue.NULL).build());
            assertEquals(JsonValue.NULL, bob.receives("send_candidate").get("candidate"));

            bob.sendEvent(
                    "request_offer",
                    Json.createObjectBuilder().add("iceRestart", true).build());
            assertEquals(JsonValue.TRUE, alice.receives("request_offer").get("iceRestart"));
        }
    }

    @Test
    void aWholeCallWorksInTheBasicProtocol() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            String roomName = "relay-bare";
            alice.sendEvent("join_room", roomName);
            alice.receives("joined");
            bob.sendEvent("join_room", roomName);
            bob.receives("joined");

            alice.receives("another_person_ready");
            alice.sendEvent(
                    "send_connection_offer",
                    of("offer", OFFER).add("roomName", roomName).build());
            assertEquals(OFFER, bob.receives("send_connection_offer").getJsonObject("offer"));
            bob.sendEvent(
                    "answer", of("answer", ANSWER).add("roomName", roomName).build());
            assertEquals(ANSWER, alice.receives("answer").getJsonObject("answer"));
            bob.sendEvent(
                    "send_candidate",
                    of("candidate", JsonValue.NULL).add("roomName", roomName).build());
            assertEquals(JsonValue.NULL, alice.receives("send_candidate").get("candidate"));
        }
    }

    @Test
    void aMessageToAParticipantWhoLeftIsDropped() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob");
                var carol = SignalingClient.connect("carol")) {
            alice.join("relay-gone");
            String bobId = bob.join("relay-gone").getString("participantId");
            alice.receives("another_person_ready");
            bob.sendEvent("leave_room");
            alice.receives("participant_left");
            carol.join("relay-gone");
            alice.receives("another_person_ready");

            alice.sendEvent(
                    "send_connection_offer", of("offer", OFFER).add("to", bobId).build());
            alice.receivesNothing();
            carol.receivesNothing();
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
            alice.receives("another_person_ready");
            carol.join("relay-other");
            String daveId = dave.join("relay-other").getString("participantId");
            carol.receives("another_person_ready");

            alice.sendEvent(
                    "send_connection_offer",
                    of("offer", OFFER).add("roomName", "relay-other").build());
            assertEquals("relay-own", bob.receives("send_connection_offer").getString("roomName"));
            alice.sendEvent(
                    "send_connection_offer",
                    of("offer", OFFER)
                            .add("roomName", "relay-other")
                            .add("to", daveId)
                            .build());
            alice.receivesNothing();
            bob.receivesNothing();
            carol.receivesNothing();
            dave.receivesNothing();
        }
    }

    @Test
    void aForgedSenderIsReplaced() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            String aliceId = alice.join("relay-claim").getString("participantId");
            String bobId = bob.join("relay-claim").getString("participantId");
            alice.receives("another_person_ready");

            alice.sendEvent(
                    "send_connection_offer",
                    of("offer", OFFER).add("from", bobId).build());
            assertEquals(aliceId, bob.receives("send_connection_offer").getString("from"));
        }
    }

    @Test
    void aMessageOfALoneParticipantReachesNobody() {
        try (var alice = SignalingClient.connect("alice")) {
            alice.join("relay-alone");
            alice.sendEvent("send_connection_offer", of("offer", OFFER).build());
            alice.receivesNothing();
        }
    }

    @Test
    void aMessageBeforeTheJoinIsRefused() {
        try (var alice = SignalingClient.connect("alice")) {
            alice.sendEvent("send_connection_offer", of("offer", OFFER).build());
            assertEquals(
                    "send_connection_offer", alice.receivesError("not_joined").getString("event"));
            alice.join("relay-late");
        }
    }

    @Test
    void aSecondJoinIsRefusedAndTheSeatKept() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            alice.join("relay-twice");
            bob.join("relay-twice");
            alice.receives("another_person_ready");

            alice.requestSeat("relay-elsewhere");
            alice.receivesError("already_joined");
            bob.receivesNothing();
            bob.sendEvent("send_connection_offer", of("offer", OFFER).build());
            alice.receives("send_connection_offer");
        }
    }

    @Test
    void theOrderOfTwoThousandMessagesIsKept() {
        // new sockets in each round, because of the rate limit of a socket
        for (int round = 0; round < 4; round++) {
            try (var alice = SignalingClient.connect("alice");
                    var bob = SignalingClient.connect("bob")) {
                alice.join("relay-order");
                bob.join("relay-order");
                alice.receives("another_person_ready");

                for (int i = 0; i < 250; i++) {
                    alice.sendEvent(
                            "send_connection_offer", of("offer", numbered(i)).build());
                    bob.sendEvent(
                            "send_connection_offer", of("offer", numbered(i)).build());
                }
                for (int i = 0; i < 250; i++) {
                    assertEquals(
                            numbered(i), bob.receives("send_connection_offer").getJsonObject("offer"));
                    assertEquals(
                            numbered(i), alice.receives("send_connection_offer").getJsonObject("offer"));
                }
                alice.sendEvent("leave_room");
                bob.receives("participant_left");
                bob.sendEvent("leave_room");
                bob.receivesNothing();
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
