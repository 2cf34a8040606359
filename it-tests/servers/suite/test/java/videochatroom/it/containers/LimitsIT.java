package videochatroom.it.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.support.Await;
import videochatroom.it.support.RawHttp;
import videochatroom.it.support.Server;
import videochatroom.it.support.SignalingClient;
import videochatroom.it.support.StalledClient;
import videochatroom.it.support.UnreadRequests;

/** Limits of size and rate, and clients that do not read. */
class LimitsIT extends DeployedWar {

    private static final int FLOODING = 4429;
    private static final int NOT_READING = 4413;
    /** The connection ended without a close frame (RFC 6455, section 7.4.1). */
    private static final int RESET = 1006;

    private static final int MAX_BYTES = 65_536;
    /** Of 60 KB each, 5 MB in all: Linux' send buffer takes up to 4 MB. */
    private static final int UNREAD_OFFERS = 84;
    /** The shipped configuration of Payara Micro has eight threads. */
    private static final int MORE_THAN_THREADS = 12;
    /** More than Payara's default number of threads. */
    private static final int MORE_THAN_DEFAULT_THREADS = 256;

    private static final Pattern SCRIPT = Pattern.compile("src=\"(assets/[^\"]+/main\\.js)\"");

    @Test
    void anOfferOfTheFullSizePasses() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            SignalingClient.meet("limits-size", alice, bob);

            String offer =
                    OfferFrame.ofBytes(MAX_BYTES, "a=candidate:1 1 udp 2122260223 192.0.2.7 50000 typ host\\r\\n");
            alice.send(offer);
            assertEquals(
                    OfferFrame.sdpOf(offer),
                    bob.receives("send_connection_offer").getJsonObject("offer").getString("sdp"));
        }
    }

    @Test
    void theSizeCountsBytesAndNotCharacters() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            SignalingClient.meet("limits-bytes", alice, bob);

            String fits = OfferFrame.ofBytes(MAX_BYTES, "s=\u00e9\u4f1a\ud83d\ude00\\r\\n");
            alice.send(fits);
            assertEquals(
                    OfferFrame.sdpOf(fits),
                    bob.receives("send_connection_offer").getJsonObject("offer").getString("sdp"));
            alice.send(OfferFrame.ofBytes(MAX_BYTES + 1, "s=\u00e9\u4f1a\ud83d\ude00\\r\\n"));
            alice.receivesError("message_too_large");
        }
    }

    @Test
    void aLargerMessageIsRefusedAndTheSocketStaysUsable() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            SignalingClient.meet("limits-larger", alice, bob);

            for (int bytes : new int[] {MAX_BYTES + 1, 2 * MAX_BYTES, 1_048_576}) {
                alice.send(OfferFrame.ofBytes(bytes, "a=x\\r\\n"));
                alice.receivesError("message_too_large");
                alice.receivesNothing();
            }
            bob.receivesNothing();
            alice.send(OfferFrame.ofBytes(1_000, "a=x\\r\\n"));
            bob.receives("send_connection_offer");
        }
    }

    @Test
    void aBinaryMessageIsRefused() {
        try (var alice = SignalingClient.connect("alice")) {
            alice.sendBinary("{\"event\":\"ping\"}".getBytes(StandardCharsets.UTF_8));
            alice.receivesError("binary_not_supported");
            alice.receivesNothing();
        }
    }

    @Test
    void aFloodingClientIsRemoved() {
        try (var alice = SignalingClient.connect("alice");
                var mallory = SignalingClient.connect("mallory")) {
            SignalingClient.meet("limits-flood", alice, mallory);

            int sent = 0;
            while (sent < 20_000 && mallory.trySend("{\"event\":\"ping\"}")) {
                sent++;
            }
            assertIsRemoved(mallory);
            assertEquals("removed", alice.receives("participant_left").getString("reason"));
        }
    }

    @Test
    void aMessageOfEndlessPartsIsAFlood() {
        try (var mallory = SignalingClient.connect("mallory")) {
            int sent = 0;
            while (sent < 100_000 && mallory.trySendPart("x")) {
                sent++;
            }
            assertIsRemoved(mallory);
        }
    }

    @Test
    void endlessPongsAreAFlood() {
        try (var mallory = SignalingClient.connect("mallory")) {
            int sent = 0;
            while (sent < 100_000 && mallory.trySendPong()) {
                sent++;
            }
            assertIsRemoved(mallory);
        }
    }

    @Test
    void aFastClientIsWarnedFirst() {
        try (var alice = SignalingClient.connect("alice")) {
            alice.join("limits-fast");
            int pongs = 0;
            JsonObject answer;
            do {
                alice.sendEvent("ping");
                answer = alice.next();
                pongs++;
            } while (answer.getString("event").equals("pong") && pongs < 5_000);

            assertEquals("too_many_messages", answer.getJsonObject("data").getString("code"), "after " + pongs);
            assertTrue(pongs > 250, "the start of a call needs more than " + pongs + " messages");
        }
    }

    @Test
    void aClientThatNeverJoinsIsClosed() {
        try (var nobody = SignalingClient.connect("nobody")) {
            assertEquals(4408, nobody.awaitClose(Duration.ofSeconds(45)));
        }
    }

    @Test
    void aClientThatDoesNotReadIsClosedAndDelaysNobody() {
        try (var alice = SignalingClient.connect("alice");
                var stalled = new StalledClient(Server.signaling());
                var bystander = SignalingClient.connect("bystander")) {
            bystander.join("limits-bystander");
            stalled.send("{\"event\":\"join_room\",\"data\":\"limits-stalled\"}");
            waitUntilSeated(alice, "limits-stalled");

            String offer = OfferFrame.ofBytes(60_000, "a=x\\r\\n");
            for (int sent = 1; sent <= UNREAD_OFFERS; sent++) {
                long before = System.nanoTime();
                bystander.receivesNothing();
                Duration roundTrip = Duration.ofNanos(System.nanoTime() - before);
                assertTrue(roundTrip.toMillis() < 3_000, "a bystander waited " + roundTrip);
                if (isAloneAfter(alice, offer)) {
                    return;
                }
            }
            fail("the server still buffers for a client that has left 5 MB unread");
        }
    }

    @Test
    void aClientThatReadsAgainReceivesTheCloseCode() {
        try (var alice = SignalingClient.connect("alice");
                var stalled = removedForNotReading("limits-reads-on", alice)) {
            assertEquals(NOT_READING, stalled.readCloseCode());
        }
    }

    @Test
    void aClientThatNeverReadsAgainIsDisconnected() {
        try (var alice = SignalingClient.connect("alice");
                var stalled = removedForNotReading("limits-never-reads-on", alice)) {
            Await.until(
                    "the connection to end",
                    () -> !stalled.trySend("{\"event\":\"ping\"}"),
                    () -> "it still accepts data");
        }
    }

    /**
     * Decision 17: if the session were closed before its data is written, what the client sends would block a thread of
     * Payara for half a minute.
     */
    @Test
    void aClientClosedForNotReadingBlocksNoThreadWhenItSends() {
        List<StalledClient> closed = new ArrayList<>();
        try {
            for (int i = 0; i < MORE_THAN_THREADS; i++) {
                try (var alice = SignalingClient.connect("alice")) {
                    var stalled = removedForNotReading("limits-speaks-on-" + i, alice);
                    closed.add(stalled);
                    stalled.send("{\"event\":\"ping\"}");
                }
            }
            try (var alice = SignalingClient.connect("alice")) {
                alice.join("limits-after-those");
            }
        } finally {
            closed.forEach(StalledClient::close);
        }
    }

    @Test
    void dataBeforeTheHandshakesResponseBlocksNoThread() {
        for (int i = 0; i < MORE_THAN_THREADS; i++) {
            assertTrue(Set.of(101, 400).contains(StalledClient.statusWithEarlyData(Server.signaling())));
        }
        try (var alice = SignalingClient.connect("alice")) {
            alice.join("limits-early-data");
        }
    }

    /** Decision 18: each of these clients would block a thread. */
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity"})
    void unreadResponsesBlockNoThread(String acceptEncoding) throws IOException {
        assumeTrue(Server.isPayara(), "unread responses block threads on WildFly, see decision 18");
        String script = scriptOf(RawHttp.get(Server.base().getPath() + "limits-pages"));
        List<UnreadRequests> unread = new ArrayList<>();
        try {
            for (int i = 0; i < MORE_THAN_DEFAULT_THREADS; i++) {
                unread.add(new UnreadRequests(script, acceptEncoding, 20));
            }
            assertEquals(
                    200, RawHttp.get(Server.base().getPath() + "limits-pages").status());
            try (var alice = SignalingClient.connect("alice")) {
                alice.join("limits-pages");
            }
        } finally {
            unread.forEach(UnreadRequests::close);
        }
    }

    private static String scriptOf(RawHttp.Response page) {
        Matcher script = SCRIPT.matcher(page.body());
        assertTrue(script.find(), page::body);
        return Server.base().getPath() + script.group(1);
    }

    /** A client that was in a room with Alice and did not read, until the server removed it. */
    private static StalledClient removedForNotReading(String roomName, SignalingClient alice) {
        var stalled = new StalledClient(Server.signaling());
        stalled.send("{\"event\":\"join_room\",\"data\":\"" + roomName + "\"}");
        waitUntilSeated(alice, roomName);
        String offer = OfferFrame.ofBytes(60_000, "a=x\\r\\n");
        int sent = 0;
        while (!isAloneAfter(alice, offer)) {
            sent++;
            assertTrue(sent < UNREAD_OFFERS, "not closed after " + sent);
        }
        return stalled;
    }

    /** Sends an offer. Returns whether the other participant has been removed by then. */
    private static boolean isAloneAfter(SignalingClient alice, String offer) {
        alice.send(offer);
        alice.sendEvent("ping");
        JsonObject answer = alice.next();
        if (answer.getString("event").equals("participant_left")) {
            assertEquals("removed", answer.getJsonObject("data").getString("reason"));
            return true;
        }
        assertEquals("pong", answer.getString("event"), answer::toString);
        return false;
    }

    private static void waitUntilSeated(SignalingClient alice, String roomName) {
        JsonObject joined = alice.join(roomName);
        if (joined.getJsonArray("others").isEmpty()) {
            alice.receives("another_person_ready");
        }
    }

    /** Without a close code too: a client that sends to a closed socket may get a reset (RFC 9293) before the code. */
    private static void assertIsRemoved(SignalingClient flooding) {
        int code = flooding.awaitClose(Duration.ofSeconds(10));
        assertTrue(code == FLOODING || code == RESET, () -> "closed with " + code);
    }
}
