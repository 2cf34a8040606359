package videochatroom.it.uberjar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import videochatroom.it.support.Patience;
import videochatroom.it.support.Server;
import videochatroom.it.support.SignalingClient;
import videochatroom.it.support.StalledClient;
import videochatroom.it.support.UberJar;

/** No more sockets than there may be, and the places of those who went are free again. */
class SocketLimitsIT {

    private static final int TOO_MANY = 4503;
    private static final int RUSH = 200;

    private static final String PING = "{\"event\":\"ping\"}";

    private static UberJar server;
    private static URI signaling;

    @BeforeAll
    static void start() {
        Map<String, String> settings = new HashMap<>(UberJar.QUIET);
        settings.putAll(Map.of(
                "SIGNALING_MAX_SOCKETS", "3",
                "SIGNALING_MAX_ROOMLESS_SOCKETS", "2",
                // on a loaded machine the rush takes longer than alice and bob may be in no room
                "SIGNALING_JOIN_TIMEOUT", "600"));
        server = UberJar.start(UberJar.freePort(), settings);
        signaling = Server.signalingOf(server.awaitAddress());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void socketsInNoRoomAreLimitedMoreThanAll() {
        try (var alice = connect("alice");
                var bob = connect("bob")) {
            alice.hearsNothing();
            bob.hearsNothing();
            assertRefused("one more without a room");
            assertRefusedInARush();
            assertEndsWithoutAnAnswer();

            alice.join("socket-limits");
            bob.join("socket-limits");
            try (var carol = connect("carol")) {
                carol.hearsNothing();
                assertRefused("one more at all");
                bob.hangUp();
                Patience.until("a place that is free again", SocketLimitsIT::isAdmitted, server::output);
            }
        }
    }

    private static SignalingClient connect(String name) {
        return SignalingClient.connect(name, signaling);
    }

    private static void assertRefused(String who) {
        try (var mallory = connect(who)) {
            assertEquals(TOO_MANY, mallory.hearsTheEnd(Duration.ofSeconds(20)), who);
        }
    }

    /**
     * Each speaks before he has heard that he is one too many: decision 16. Who is mixed up with another one waits in
     * vain, or is seen in the log.
     */
    private static void assertRefusedInARush() {
        List<SignalingClient> rush = new ArrayList<>();
        try {
            for (int i = 0; i < RUSH; i++) {
                var mallory = connect("one of many");
                rush.add(mallory);
                mallory.trySend(PING);
            }
            for (SignalingClient mallory : rush) {
                assertEquals(TOO_MANY, mallory.hearsTheEnd(Duration.ofSeconds(20)));
            }
        } finally {
            rush.forEach(SignalingClient::close);
        }
        assertFalse(server.output().contains("SEVERE"), server::output);
    }

    private static void assertEndsWithoutAnAnswer() {
        try (var mallory = new StalledClient(signaling)) {
            Patience.until(
                    "the end of who is refused and says nothing to it",
                    () -> !mallory.trySend(PING),
                    () -> "it takes what is sent");
        }
    }

    private static boolean isAdmitted() {
        try (var erin = connect("erin")) {
            return erin.trySend(PING) && erin.hearsPongOrTheEnd();
        }
    }
}
