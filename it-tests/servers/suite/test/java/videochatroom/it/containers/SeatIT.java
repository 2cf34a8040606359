package videochatroom.it.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.support.Server;
import videochatroom.it.support.SignalingClient;
import videochatroom.it.support.StalledClient;

/** A seat survives its socket, for its own participant only. */
class SeatIT extends DeployedWar {

    private static final int TAKEN_OVER = 4409;

    @Test
    void aLostSocketIsDistinguishedFromALostParticipant() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            JsonObject alices = alice.join("seat-lost");
            String bobsId = bob.join("seat-lost").getString("participantId");
            alice.receives("another_person_ready");
            alice.abort();
            assertEquals(
                    alices.getString("participantId"),
                    bob.receives("participant_reconnecting").getString("participantId"));

            try (var again = SignalingClient.connect("alice again")) {
                JsonObject resumed = again.resume("seat-lost", alices.getString("resumeToken"));
                assertTrue(resumed.getBoolean("resumed"));
                assertEquals(alices.getString("participantId"), resumed.getString("participantId"));
                assertEquals(
                        bobsId, resumed.getJsonArray("others").getJsonObject(0).getString("participantId"));
                assertTrue(bob.receives("participant_returned").getBoolean("keepsConnection"));
                again.sendEvent("request_offer", jakarta.json.JsonValue.EMPTY_JSON_OBJECT);
                assertEquals(
                        alices.getString("participantId"),
                        bob.receives("request_offer").getString("from"));
            }
        }
    }

    @Test
    void aSeatIsTakenOverFromAnOpenSocket() {
        try (var alice = SignalingClient.connect("alice");
                var again = SignalingClient.connect("alice again");
                var thief = SignalingClient.connect("thief")) {
            String first = alice.join("seat-takeover").getString("resumeToken");
            JsonObject resumed = again.resume("seat-takeover", first);
            assertEquals(TAKEN_OVER, alice.awaitClose(Duration.ofSeconds(10)));

            // a token is valid once
            JsonObject thiefs = thief.resume("seat-takeover", first);
            assertFalse(thiefs.getBoolean("resumed"));
            assertNotEquals(resumed.getString("participantId"), thiefs.getString("participantId"));
            again.receives("another_person_ready");
            again.receivesNothing();
        }
    }

    @Test
    void aRepeatedAttemptFindsItsSeat() {
        try (var bob = SignalingClient.connect("bob");
                var unanswered = SignalingClient.connect("unanswered");
                var again = SignalingClient.connect("again");
                var stranger = SignalingClient.connect("stranger")) {
            bob.join("seat-unheard");
            String first = unanswered
                    .joinWithAttempt("seat-unheard", "only-the-newcomer-knows")
                    .getString("participantId");
            assertEquals(
                    first,
                    again.joinWithAttempt("seat-unheard", "only-the-newcomer-knows")
                            .getString("participantId"));
            assertEquals(TAKEN_OVER, unanswered.awaitClose(Duration.ofSeconds(10)));
            stranger.requestSeatOrWait("seat-unheard");
            stranger.receives("too_many_people");
        }
    }

    @Test
    void aReloadedPageFindsItsSeatAndAClosedOneFreesIt() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob");
                var carol = SignalingClient.connect("carol")) {
            String token = alice.join("seat-reload").getString("resumeToken");
            bob.join("seat-reload");
            alice.leaveForReload();
            bob.receives("participant_left");
            carol.requestSeatOrWait("seat-reload");
            carol.receives("too_many_people");

            try (var reloaded = SignalingClient.connect("alice reloaded")) {
                assertTrue(reloaded.resume("seat-reload", token).getBoolean("resumed"));
                bob.receives("another_person_ready");
                reloaded.leaveForReload();
            }
            bob.receives("participant_left");
            // the page does not return, and carol gets the seat without another request
            carol.receives("joined");
            bob.receives("another_person_ready");
        }
    }

    @Test
    void aParticipantWhoDoesNotReturnHasLeft() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            alice.join("seat-grace");
            bob.join("seat-grace");
            alice.abort();
            bob.receives("participant_reconnecting");
            assertEquals("connection_lost", bob.receives("participant_left").getString("reason"));
        }
    }

    @Test
    void aHalfOpenSocketIsDetected() {
        try (var bob = SignalingClient.connect("bob");
                var frozen = new StalledClient(Server.signaling())) {
            bob.join("seat-half-open");
            frozen.send("{\"event\":\"join_room\",\"data\":{\"roomName\":\"seat-half-open\"}}");
            bob.receives("another_person_ready");
            // the client answers no ping, and its socket stays open
            bob.receives("participant_reconnecting");
        }
    }

    @Test
    void iceServersAreSentBeforeJoiningToo() {
        try (var alice = SignalingClient.connect("alice")) {
            alice.sendEvent("request_ice_servers");
            assertEquals(
                    0, alice.receives("ice_servers").getJsonArray("iceServers").size());
        }
    }
}
