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

/** A seat outlives its socket, for its own participant and nobody else. */
class SeatIT extends DeployedWar {

    private static final int TAKEN_OVER = 4409;

    @Test
    void aLostSocketIsToldApartFromALostParticipant() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            JsonObject alices = alice.join("seat-lost");
            String bobsId = bob.join("seat-lost").getString("participantId");
            alice.hears("another_person_ready");
            alice.vanish();
            assertEquals(
                    alices.getString("participantId"),
                    bob.hears("participant_reconnecting").getString("participantId"));

            try (var again = SignalingClient.connect("alice again")) {
                JsonObject resumed = again.resume("seat-lost", alices.getString("resumeToken"));
                assertTrue(resumed.getBoolean("resumed"));
                assertEquals(alices.getString("participantId"), resumed.getString("participantId"));
                assertEquals(
                        bobsId, resumed.getJsonArray("others").getJsonObject(0).getString("participantId"));
                assertTrue(bob.hears("participant_returned").getBoolean("keepsConnection"));
                again.say("request_offer", jakarta.json.JsonValue.EMPTY_JSON_OBJECT);
                assertEquals(
                        alices.getString("participantId"),
                        bob.hears("request_offer").getString("from"));
            }
        }
    }

    @Test
    void aSeatIsTakenFromASocketThatTheServerBelievesAlive() {
        try (var alice = SignalingClient.connect("alice");
                var again = SignalingClient.connect("alice again");
                var thief = SignalingClient.connect("thief")) {
            String first = alice.join("seat-takeover").getString("resumeToken");
            JsonObject resumed = again.resume("seat-takeover", first);
            assertEquals(TAKEN_OVER, alice.hearsTheEnd(Duration.ofSeconds(10)));

            // each token fits once, and elsewhere not at all
            JsonObject thiefs = thief.resume("seat-takeover", first);
            assertFalse(thiefs.getBoolean("resumed"));
            assertNotEquals(resumed.getString("participantId"), thiefs.getString("participantId"));
            again.hears("another_person_ready");
            again.hearsNothing();
        }
    }

    @Test
    void aNewcomerWhoseFirstAnswerWasLostFindsItsSeat() {
        try (var bob = SignalingClient.connect("bob");
                var unheard = SignalingClient.connect("unheard");
                var again = SignalingClient.connect("again");
                var stranger = SignalingClient.connect("stranger")) {
            bob.join("seat-unheard");
            String first =
                    unheard.ask("seat-unheard", "only-the-newcomer-knows").getString("participantId");
            assertEquals(
                    first, again.ask("seat-unheard", "only-the-newcomer-knows").getString("participantId"));
            assertEquals(TAKEN_OVER, unheard.hearsTheEnd(Duration.ofSeconds(10)));
            stranger.askToWait("seat-unheard");
            stranger.hears("too_many_people");
        }
    }

    @Test
    void aReloadedPageFindsItsSeatAndAClosedOneMakesRoom() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob");
                var carol = SignalingClient.connect("carol")) {
            String token = alice.join("seat-reload").getString("resumeToken");
            bob.join("seat-reload");
            alice.leaveByReload();
            bob.hears("participant_left");
            carol.askToWait("seat-reload");
            carol.hears("too_many_people");

            try (var reloaded = SignalingClient.connect("alice reloaded")) {
                assertTrue(reloaded.resume("seat-reload", token).getBoolean("resumed"));
                bob.hears("another_person_ready");
                reloaded.leaveByReload();
            }
            bob.hears("participant_left");
            // the page does not come back, and the one who waits need not ask again
            carol.hears("joined");
            bob.hears("another_person_ready");
        }
    }

    @Test
    void whoNeverComesBackHasLeft() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            alice.join("seat-grace");
            bob.join("seat-grace");
            alice.vanish();
            bob.hears("participant_reconnecting");
            assertEquals("connection_lost", bob.hears("participant_left").getString("reason"));
        }
    }

    @Test
    void aHalfOpenSocketIsFound() {
        try (var bob = SignalingClient.connect("bob");
                var frozen = new StalledClient(Server.signaling())) {
            bob.join("seat-half-open");
            frozen.send("{\"event\":\"join_room\",\"data\":{\"roomName\":\"seat-half-open\"}}");
            bob.hears("another_person_ready");
            // he answers no ping, and his socket stays open
            bob.hears("participant_reconnecting");
        }
    }

    @Test
    void iceServersAreToldBeforeJoiningToo() {
        try (var alice = SignalingClient.connect("alice")) {
            alice.say("request_ice_servers");
            assertEquals(
                    0, alice.hears("ice_servers").getJsonArray("iceServers").size());
        }
    }
}
