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
import videochatroom.it.support.Await;
import videochatroom.it.support.Server;
import videochatroom.it.support.SignalingClient;
import videochatroom.it.support.StalledClient;
import videochatroom.it.support.UberJar;

/** The limits on open sockets, which closed sockets no longer count towards. */
class SocketLimitsIT {

    private static final int TOO_MANY = 4503;
    private static final int BURST = 200;

    private static final String PING = "{\"event\":\"ping\"}";

    private static UberJar server;
    private static URI signaling;

    @BeforeAll
    static void start() {
        Map<String, String> settings = new HashMap<>(UberJar.ISOLATED);
        settings.putAll(Map.of(
                "SIGNALING_MAX_SOCKETS", "3",
                "SIGNALING_MAX_ROOMLESS_SOCKETS", "2",
                // alice and bob are in no room during the burst, which takes long on a busy machine
                "SIGNALING_JOIN_TIMEOUT", "600"));
        server = UberJar.start(UberJar.freePort(), settings);
        signaling = Server.signalingOf(server.awaitAddress());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void socketsInNoRoomHaveALowerLimit() {
        try (var alice = connect("alice");
                var bob = connect("bob")) {
            alice.receivesNothing();
            bob.receivesNothing();
            assertRefused("one more without a room");
            assertRefusedInABurst();
            assertDisconnectedWithoutCloseReply();

            alice.join("socket-limits");
            bob.join("socket-limits");
            try (var carol = connect("carol")) {
                carol.receivesNothing();
                assertRefused("one more in all");
                bob.closeNormally();
                Await.until("a free place", SocketLimitsIT::isAdmitted, server::output);
            }
        }
    }

    private static SignalingClient connect(String name) {
        return SignalingClient.connect(name, signaling);
    }

    private static void assertRefused(String who) {
        try (var mallory = connect(who)) {
            assertEquals(TOO_MANY, mallory.awaitClose(Duration.ofSeconds(20)), who);
        }
    }

    /**
     * Each client sends before it has received its refusal: decision 16. A server that confuses two sockets would leave
     * one without its close code, or log an error.
     */
    private static void assertRefusedInABurst() {
        List<SignalingClient> burst = new ArrayList<>();
        try {
            for (int i = 0; i < BURST; i++) {
                var mallory = connect("one of many");
                burst.add(mallory);
                mallory.trySend(PING);
            }
            for (SignalingClient mallory : burst) {
                assertEquals(TOO_MANY, mallory.awaitClose(Duration.ofSeconds(20)));
            }
        } finally {
            burst.forEach(SignalingClient::close);
        }
        assertFalse(server.output().contains("SEVERE"), server::output);
    }

    /** A refused client that does not answer the close frame is disconnected. */
    private static void assertDisconnectedWithoutCloseReply() {
        try (var mallory = new StalledClient(signaling)) {
            Await.until("the refused connection to end", () -> !mallory.trySend(PING), () -> "it still accepts data");
        }
    }

    private static boolean isAdmitted() {
        try (var erin = connect("erin")) {
            return erin.trySend(PING) && erin.receivesMessageBeforeClose();
        }
    }
}
