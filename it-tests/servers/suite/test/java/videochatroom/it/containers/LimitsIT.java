package videochatroom.it.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
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
import videochatroom.it.support.Patience;
import videochatroom.it.support.RawHttp;
import videochatroom.it.support.Server;
import videochatroom.it.support.SignalingClient;
import videochatroom.it.support.StalledClient;
import videochatroom.it.support.UnreadRequests;

/** Too large, too fast, too slow, and what happens then. */
class LimitsIT extends DeployedWar {

    private static final int FLOODING = 4429;
    private static final int NOT_READING = 4413;
    /** RFC 6455, section 7.4.1: no close frame was read. */
    private static final int RESET = 1006;

    private static final int MAX_BYTES = 65_536;
    /** Of 60 KB: 5 MB, since Linux' send buffer takes up to 4. */
    private static final int UNREAD_OFFERS = 84;
    /** Payara Micro has eight, as it is shipped, so that one that is lost is missed. */
    private static final int MORE_THAN_THREADS = 12;
    /** More than Payara has threads, if it is left alone. */
    private static final int ASKING = 256;

    private static final Pattern SCRIPT = Pattern.compile("src=\"(assets/[^\"]+/main\\.js)\"");

    @Test
    void anOfferOfTheFullSizePasses() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            meet("limits-size", alice, bob);

            String offer = offerOfBytes(MAX_BYTES, "a=candidate:1 1 udp 2122260223 192.0.2.7 50000 typ host\\r\\n");
            alice.send(offer);
            assertEquals(
                    sdpOf(offer),
                    bob.hears("send_connection_offer").getJsonObject("offer").getString("sdp"));
        }
    }

    @Test
    void theSizeCountsBytesAndNotCharacters() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            meet("limits-bytes", alice, bob);

            String fits = offerOfBytes(MAX_BYTES, "s=\u00e9\u4f1a\ud83d\ude00\\r\\n");
            alice.send(fits);
            assertEquals(
                    sdpOf(fits),
                    bob.hears("send_connection_offer").getJsonObject("offer").getString("sdp"));
            alice.send(offerOfBytes(MAX_BYTES + 1, "s=\u00e9\u4f1a\ud83d\ude00\\r\\n"));
            alice.hearsError("message_too_large");
        }
    }

    @Test
    void aLargerMessageIsRefusedAndTheSocketStaysUsable() {
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob")) {
            meet("limits-larger", alice, bob);

            for (int bytes : new int[] {MAX_BYTES + 1, 2 * MAX_BYTES, 1_048_576}) {
                alice.send(offerOfBytes(bytes, "a=x\\r\\n"));
                alice.hearsError("message_too_large");
                alice.hearsNothing();
            }
            bob.hearsNothing();
            alice.send(offerOfBytes(1_000, "a=x\\r\\n"));
            bob.hears("send_connection_offer");
        }
    }

    @Test
    void aBinaryMessageIsRefused() {
        try (var alice = SignalingClient.connect("alice")) {
            alice.sendBinary("{\"event\":\"ping\"}".getBytes(StandardCharsets.UTF_8));
            alice.hearsError("binary_not_supported");
            alice.hearsNothing();
        }
    }

    @Test
    void whoFloodsIsToldAndThenRemoved() {
        try (var alice = SignalingClient.connect("alice");
                var mallory = SignalingClient.connect("mallory")) {
            meet("limits-flood", alice, mallory);

            int sent = 0;
            while (sent < 20_000 && mallory.trySend("{\"event\":\"ping\"}")) {
                sent++;
            }
            assertIsRemoved(mallory);
            assertEquals("removed", alice.hears("participant_left").getString("reason"));
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
    void whoIsTooFastIsToldAndMayGoOnSlower() {
        try (var alice = SignalingClient.connect("alice")) {
            alice.join("limits-fast");
            int pongs = 0;
            JsonObject answer;
            do {
                alice.say("ping");
                answer = alice.next();
                pongs++;
            } while (answer.getString("event").equals("pong") && pongs < 5_000);

            assertEquals("too_many_messages", answer.getJsonObject("data").getString("code"), "after " + pongs);
            assertTrue(pongs > 250, "a call's beginning needs more than " + pongs + " messages");
        }
    }

    @Test
    void whoNeverJoinsIsClosed() {
        try (var nobody = SignalingClient.connect("nobody")) {
            assertEquals(4408, nobody.hearsTheEnd(Duration.ofSeconds(45)));
        }
    }

    @Test
    void whoDoesNotReadIsClosedAndNobodyWaitsForHim() {
        try (var alice = SignalingClient.connect("alice");
                var stalled = new StalledClient(Server.signaling());
                var bystander = SignalingClient.connect("bystander")) {
            bystander.join("limits-bystander");
            stalled.send("{\"event\":\"join_room\",\"data\":\"limits-stalled\"}");
            waitUntilSeated(alice, "limits-stalled");

            String offer = offerOfBytes(60_000, "a=x\\r\\n");
            for (int sent = 1; sent <= UNREAD_OFFERS; sent++) {
                long before = System.nanoTime();
                bystander.hearsNothing();
                Duration roundTrip = Duration.ofNanos(System.nanoTime() - before);
                assertTrue(roundTrip.toMillis() < 3_000, "a bystander waited " + roundTrip);
                if (isAloneAfter(alice, offer)) {
                    return;
                }
            }
            fail("5 MB unread, and the server still keeps them for one who does not read");
        }
    }

    @Test
    void whoReadsOnFindsWhyHeIsClosed() {
        try (var alice = SignalingClient.connect("alice");
                var stalled = removedForNotReading("limits-reads-on", alice)) {
            assertEquals(NOT_READING, stalled.readsToTheEnd());
        }
    }

    @Test
    void whoNeverReadsOnLosesHisConnection() {
        try (var alice = SignalingClient.connect("alice");
                var stalled = removedForNotReading("limits-never-reads-on", alice)) {
            Patience.until(
                    "the connection to be ended",
                    () -> !stalled.trySend("{\"event\":\"ping\"}"),
                    () -> "it takes what is sent");
        }
    }

    /** On Payara each would hold a thread for half a minute, were he closed before there is room: decision 17. */
    @Test
    void whoIsClosedForNotReadingMaySpeakOn() {
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
    void whoSendsBeforeTheHandshakeIsAnsweredHoldsNoThread() {
        for (int i = 0; i < MORE_THAN_THREADS; i++) {
            assertTrue(Set.of(101, 400).contains(StalledClient.statusWithEarlyData(Server.signaling())));
        }
        try (var alice = SignalingClient.connect("alice")) {
            alice.join("limits-early-data");
        }
    }

    /** Each would hold a thread: decision 18. */
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity"})
    void whoAsksForPagesAndReadsNoneHoldsUpNobody(String acceptEncoding) throws IOException {
        assumeTrue(Server.isPayara(), "on WildFly he does, see decision 18");
        String script = scriptOf(RawHttp.get(Server.base().getPath() + "limits-pages"));
        List<UnreadRequests> unread = new ArrayList<>();
        try {
            for (int i = 0; i < ASKING; i++) {
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

    /** Somebody who has been in a room with Alice, until too much waited for him. */
    private static StalledClient removedForNotReading(String roomName, SignalingClient alice) {
        var stalled = new StalledClient(Server.signaling());
        stalled.send("{\"event\":\"join_room\",\"data\":\"" + roomName + "\"}");
        waitUntilSeated(alice, roomName);
        String offer = offerOfBytes(60_000, "a=x\\r\\n");
        int sent = 0;
        while (!isAloneAfter(alice, offer)) {
            sent++;
            assertTrue(sent < UNREAD_OFFERS, "not closed after " + sent);
        }
        return stalled;
    }

    /** Sends it; whether the other one has been removed by then. */
    private static boolean isAloneAfter(SignalingClient alice, String offer) {
        alice.send(offer);
        alice.say("ping");
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
            alice.hears("another_person_ready");
        }
    }

    private static void meet(String roomName, SignalingClient first, SignalingClient second) {
        first.join(roomName);
        second.join(roomName);
        first.hears("another_person_ready");
    }

    /** An offer that is, as a frame, of exactly this size; the line is as it stands in JSON. */
    private static String offerOfBytes(int bytes, String line) {
        String start =
                "{\"event\":\"send_connection_offer\",\"data\":{\"offer\":{\"type\":\"offer\",\"sdp\":\"v=0\\r\\n";
        String end = "\"}}}";
        int room = bytes - utf8(start) - utf8(end);
        String lines = line.repeat(room / utf8(line));
        return start + lines + "x".repeat(room - utf8(lines)) + end;
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String sdpOf(String frame) {
        try (var reader = Json.createReader(new java.io.StringReader(frame))) {
            return reader.readObject()
                    .getJsonObject("data")
                    .getJsonObject("offer")
                    .getString("sdp");
        }
    }

    /** Who goes on sending into a socket that is closed may have it reset (RFC 9293) before he has read why. */
    private static void assertIsRemoved(SignalingClient flooding) {
        int code = flooding.hearsTheEnd(Duration.ofSeconds(10));
        assertTrue(code == FLOODING || code == RESET, () -> "closed with " + code);
    }
}
