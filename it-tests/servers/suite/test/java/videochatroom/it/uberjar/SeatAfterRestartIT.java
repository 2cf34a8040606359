package videochatroom.it.uberjar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import videochatroom.it.support.Server;
import videochatroom.it.support.SignalingClient;
import videochatroom.it.support.UberJar;

/** The participants of a room get their seats back after the server was stopped or killed, before anybody else. */
class SeatAfterRestartIT {

    private static final String ROOM = "seat-restart";

    private static final int SERVICE_RESTART = 1012;

    @TempDir
    private Path folder;

    @Test
    void bothGetTheirSeatsBackAndAThirdWaits() {
        int port = UberJar.freePort();
        Map<String, String> settings = Map.of(
                "ICE_SERVERS", "none", "SEAT_KEY_FILE", folder.resolve("key").toString());
        JsonObject alices;
        JsonObject bobs;
        try (UberJar server = UberJar.start(port, settings)) {
            URI address = Server.signalingOf(server.awaitAddress());
            try (var alice = SignalingClient.connect("alice", address);
                    var bob = SignalingClient.connect("bob", address)) {
                alices = alice.join(ROOM);
                bobs = bob.join(ROOM);
                server.kill();
            }
        }
        try (UberJar server = UberJar.start(port, settings)) {
            URI address = Server.signalingOf(server.awaitAddress());
            try (var carol = SignalingClient.connect("carol", address);
                    var alice = SignalingClient.connect("alice", address);
                    var bob = SignalingClient.connect("bob", address)) {
                // carol requests a seat before both
                carol.join(ROOM);
                assertResumed(alices, alice.resume(ROOM, alices.getString("resumeToken")));
                carol.receives("too_many_people");
                assertResumed(bobs, bob.resume(ROOM, bobs.getString("resumeToken")));
                assertTrue(alice.receives("participant_returned").getBoolean("keepsConnection"));
                carol.receivesNothing();

                bob.sendEvent("leave_room");
                alice.receives("participant_left");
            }
        }
    }

    @Test
    void whoeverIsThereWhenTheServerStopsIsToldToComeBack() {
        Map<String, String> settings = Map.of(
                "ICE_SERVERS", "none", "SEAT_KEY_FILE", folder.resolve("key").toString());
        try (UberJar server = UberJar.start(UberJar.freePort(), settings)) {
            URI address = Server.signalingOf(server.awaitAddress());
            try (var alice = SignalingClient.connect("alice", address);
                    var bob = SignalingClient.connect("bob", address)) {
                SignalingClient.meet(ROOM, alice, bob);
                server.stop();
                assertEquals(SERVICE_RESTART, alice.awaitClose(Duration.ofSeconds(1)));
                assertFalse(bob.receivesMessageBeforeClose(), "bob hears nothing of alice");
            }
        }
    }

    private static void assertResumed(JsonObject before, JsonObject now) {
        assertTrue(now.getBoolean("resumed"));
        assertEquals(before.getString("participantId"), now.getString("participantId"));
    }
}
