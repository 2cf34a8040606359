package videochatroom.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import jakarta.websocket.SendResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.junit.jupiter.api.Test;
import videochatroom.config.Settings;
import videochatroom.config.SigningKey;
import videochatroom.ice.IceServers;
import videochatroom.metrics.Metrics;
import videochatroom.protocol.MessageCodec;
import videochatroom.protocol.ServerMessage.Pong;
import videochatroom.room.ResumeTokens;
import videochatroom.room.RoomRegistry;

/** One socket, with real rooms and a transport that records what is done to it. */
class ClientConnectionTest {

    private static final String PONG = "{\"event\":\"pong\"}";
    private static final String JOIN = "{\"event\":\"join_room\",\"data\":{\"roomName\":\"room\"}}";
    private static final String CONNECTED =
            "{\"event\":\"call_connected\",\"data\":{\"milliseconds\":7,\"path\":\"direct\"}}";

    private final AtomicLong now = new AtomicLong();
    private final Metrics metrics = new Metrics(IntStream.of(4408, 4413, 4429));
    private final ClientConnection.Services services = services(Map.of());
    private final RecordingTransport transport = new RecordingTransport();
    private final ClientConnection connection = new ClientConnection(transport, services);

    @Test
    void closesOnceForTheFirstReason() {
        connection.close(CloseReasonCode.TIMED_OUT);
        connection.close(CloseReasonCode.FLOODING);
        connection.fail();
        connection.closed(1006);
        assertEquals(List.of("close 4408", "closed after the close frame"), transport.events);
        assertCounted("closes_total{code=\"4408\"} 1.0");
        assertCounted("closes_total{code=\"1006\"} 0.0");
    }

    @Test
    void countsTheCodeOfTheContainerIfTheClientCloses() {
        connection.closed(1001);
        assertEquals(List.of("closed"), transport.events);
        assertCounted("closes_total{code=\"1001\"} 1.0");
    }

    @Test
    void theCloseFrameFollowsTheMessageInFlight() {
        transport.completesAtOnce = false;
        connection.send(new Pong());
        connection.send(new Pong());
        connection.close(CloseReasonCode.TIMED_OUT);
        assertEquals(List.of(PONG), transport.events);
        transport.complete();
        assertEquals(List.of(PONG, "close 4408"), transport.events);
    }

    @Test
    void aFailedSendClosesTheSocketWith1011() {
        transport.completesAtOnce = false;
        connection.send(new Pong());
        connection.send(new Pong());
        transport.fail();
        assertEquals(List.of(PONG, "close 1011"), transport.events);
        assertFalse(connection.state().isOpen());
        assertEquals(0, connection.queuedBytes());
    }

    @Test
    void aSendThatFailsWhileItClosesChangesTheFrameButNotTheCount() {
        transport.completesAtOnce = false;
        connection.send(new Pong());
        connection.close(CloseReasonCode.NOT_READING);
        transport.fail();
        connection.closed(1006);
        assertEquals(List.of(PONG, "close 1011", "closed after the close frame"), transport.events);
        assertCounted("closes_total{code=\"4413\"} 1.0");
    }

    @Test
    void takesNothingMoreWhileItsEndIsReported() throws InterruptedException {
        var writing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var sent = new AtomicInteger();
        var session = SessionStub.sending((text, handler) -> {
            sent.incrementAndGet();
            writing.countDown();
            await(goOn);
            handler.onResult(new SendResult());
        });
        var blocked = new ClientConnection(new JakartaTransport(session), services);
        var sender = new Thread(() -> blocked.send(new Pong()));
        sender.start();
        await(writing);
        var closer = new Thread(() -> blocked.closed(1001));
        closer.start();
        while (closer.getState() != Thread.State.TIMED_WAITING && closer.isAlive()) {
            Thread.onSpinWait();
        }
        assertFalse(blocked.state().isOpen());
        assertFalse(blocked.state().isClosed(), "it is closed when nothing uses the session any more");
        blocked.send(new Pong());
        assertEquals(0, blocked.queuedBytes());
        goOn.countDown();
        sender.join(30_000);
        closer.join(30_000);
        assertTrue(blocked.state().isClosed());
        assertEquals(1, sent.get());
    }

    @Test
    void aClientThatExceedsALimitLosesItsSeatAtOnce() {
        RecordingTransport other = joinBoth();
        connection.close(CloseReasonCode.FLOODING);
        assertTrue(last(other).contains("participant_left"));
        assertTrue(last(other).contains("removed"));
    }

    @Test
    void theSeatOfALostSocketIsKept() {
        RecordingTransport other = joinBoth();
        connection.closed(1006);
        assertTrue(last(other).contains("participant_reconnecting"));
        assertFalse(services.registry().isPlaced(connection));
    }

    @Test
    void oneThatIsQuietIsPingedAndOneThatIsSilentIsClosed() {
        connection.onText(JOIN, true);
        transport.events.clear();
        pass(Duration.ofSeconds(6));
        assertEquals(List.of("ping"), transport.events);
        connection.onFrame();
        pass(Duration.ofSeconds(4));
        assertEquals(List.of("ping"), transport.events);
        pass(Duration.ofSeconds(9));
        assertEquals(List.of("ping", "close 4408"), transport.events);
        pass(Duration.ofSeconds(9));
        assertEquals(List.of("ping", "close 4408"), transport.events);
    }

    @Test
    void oneThatAsksForNoRoomIsClosed() {
        pass(Duration.ofSeconds(10));
        connection.onText("{\"event\":\"look_at_room\",\"data\":{\"roomName\":\"room\"}}", true);
        pass(Duration.ofSeconds(10));
        connection.onFrame();
        pass(Duration.ofSeconds(10));
        assertTrue(connection.state().isOpen());
        connection.onFrame();
        pass(Duration.ofSeconds(1));
        assertEquals("close 4408", last(transport));
    }

    @Test
    void oneThatDoesNotAnswerTheCloseFrameIsTerminated() {
        connection.close(CloseReasonCode.TIMED_OUT);
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        connection.terminateIfClosingFor(Duration.ofSeconds(10));
        assertEquals("close 4408", last(transport));
        now.incrementAndGet();
        connection.terminateIfClosingFor(Duration.ofSeconds(10));
        assertEquals("terminate", last(transport));
        transport.ended = true;
        connection.terminateIfClosingFor(Duration.ofSeconds(10));
        assertEquals("expire", last(transport));
    }

    @Test
    void oneThatFloodsIsTerminatedAfterASecond() {
        connection.close(CloseReasonCode.FLOODING);
        now.addAndGet(Duration.ofSeconds(1).toNanos() + 1);
        connection.terminateIfClosingFor(Duration.ofSeconds(10));
        assertEquals("terminate", last(transport));
    }

    @Test
    void oneThatLeavesDataUnreadIsTerminatedAfterItsEnd() {
        transport.hasUnsentData = true;
        connection.closed(1001);
        assertTrue(connection.hasUnsentData());
        assertFalse(connection.terminateIfClosedFor(Duration.ofSeconds(10)));
        assertEquals("closed", last(transport));
        now.addAndGet(Duration.ofSeconds(10).toNanos() + 1);
        assertTrue(connection.terminateIfClosedFor(Duration.ofSeconds(10)));
        assertEquals("terminate", last(transport));
        transport.ended = true;
        assertTrue(connection.terminateIfClosedFor(Duration.ofSeconds(10)));
        assertEquals("terminate", last(transport), "the session of a closed socket is left alone");
    }

    @Test
    void theTimeToConnectCountsOnceForEachCall() {
        connection.onText(CONNECTED, true);
        assertCounted("call_connected_seconds_count{path=\"direct\"} 0");
        joinBoth();
        connection.onText(CONNECTED, true);
        connection.onText(CONNECTED, true);
        assertCounted("call_connected_seconds_count{path=\"direct\"} 1");
    }

    @Test
    void noTimeCountsInAnEmptyRoom() {
        joinBoth();
        connection.onText("{\"event\":\"leave_room\"}", true);
        connection.onText(JOIN.replace("room\"}", "another\"}"), true);
        connection.onText(CONNECTED, true);
        assertCounted("call_connected_seconds_count{path=\"direct\"} 0");
    }

    @Test
    void countsSeatsFullRoomsRelayedMessagesAndRefusals() {
        joinBoth();
        assertCounted("joins_total 2.0");
        var third = new ClientConnection(new RecordingTransport(), services);
        third.onText(JOIN, true);
        assertCounted("refusals_total{reason=\"room_full\"} 1.0");
        String candidate = "{\"event\":\"send_candidate\",\"data\":{\"candidate\":null}}";
        connection.onText(candidate, true);
        assertCounted("relayed_messages_total 1.0");
        assertCounted("relayed_bytes_total " + candidate.length() + ".0");
        third.onText(candidate, true);
        assertCounted("relayed_messages_total 1.0");
        assertCounted("refusals_total{reason=\"not_joined\"} 1.0");
    }

    /** Seats the connection and another one, whose transport it returns. */
    private RecordingTransport joinBoth() {
        var other = new RecordingTransport();
        connection.onText(JOIN, true);
        new ClientConnection(other, services).onText(JOIN, true);
        return other;
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
        connection.checkLiveness();
    }

    private void assertCounted(String sample) {
        String scraped = metrics.scrape();
        assertTrue(
                scraped.lines().anyMatch(("videochatroom_" + sample)::equals),
                () -> sample + " is not in:\n" + scraped);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static String last(RecordingTransport transport) {
        return transport.events.get(transport.events.size() - 1);
    }

    /** A TURN server limits what each user may allocate. */
    @Test
    void everySocketWithoutASeatIsAnotherTurnUser() {
        String first = turnUser();
        assertTrue(first.matches("\\d+:test-[0-9a-z]+"), first);
        assertNotEquals(first, turnUser());
    }

    private String turnUser() {
        var sent = new RecordingTransport();
        var client = new ClientConnection(
                sent, services(Map.of("ice.servers", "turn:turn.example.org", "ice.turn-secret", "0123456789abcdef")));
        client.onText("{\"event\":\"request_ice_servers\"}", true);
        client.onText("{\"event\":\"request_ice_servers\"}", true);
        List<String> users = sent.events.stream()
                .map(event -> event.replaceFirst(".*\"username\":\"([^\"]*)\".*", "$1"))
                .distinct()
                .toList();
        assertEquals(1, users.size(), "the same socket is the same user: " + users);
        return users.get(0);
    }

    private ClientConnection.Services services(Map<String, String> values) {
        var settings = Settings.read(ConfigProviderResolver.instance()
                .getBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build());
        var registry = new RoomRegistry(settings, new ResumeTokens(SigningKey.of(Optional.empty())), metrics);
        var iceServers = new IceServers(settings);
        return new ClientConnection.Services(
                new MessageCodec(),
                new Dispatcher(registry, iceServers),
                registry,
                iceServers,
                settings,
                metrics,
                now::get);
    }
}
