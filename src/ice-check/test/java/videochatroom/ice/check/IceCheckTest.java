package videochatroom.ice.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import videochatroom.ice.stun.LongTermCredentials;
import videochatroom.ice.stun.ScriptedServer;
import videochatroom.ice.stun.ScriptedTurn;

/** The outcomes for servers that work, that do not answer, and that answer wrongly. */
class IceCheckTest {

    private static final LongTermCredentials CREDENTIALS =
            new LongTermCredentials("2000000000:operator", "cGFzc3dvcmQ=");
    private static final byte[] PAGE =
            "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final List<ScriptedServer> servers = new ArrayList<>();
    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    private final CountDownLatch testEnded = new CountDownLatch(1);

    @AfterEach
    void closeServers() {
        testEnded.countDown();
        servers.forEach(ScriptedServer::close);
    }

    @Test
    void everyOutcomeIsRecognisedAndNoServerDelaysTheReport() throws Exception {
        ScriptedTurn good = ScriptedTurn.relaying(CREDENTIALS, 0);
        ScriptedTurn forgetful = ScriptedTurn.relaying(CREDENTIALS, 2);
        ScriptedTurn forger = ScriptedTurn.relaying(new LongTermCredentials("another", "one"), 0);
        Map<String, Outcome> expected = new LinkedHashMap<>();
        expected.put("stun:" + udp(ScriptedTurn::binding), Outcome.WORKS);
        expected.put("stun:" + udp(ScriptedTurn::empty), Outcome.NOT_STUN);
        expected.put("stun:" + udp(request -> PAGE), Outcome.NOT_STUN);
        expected.put("stun:" + udp(request -> ScriptedServer.SILENCE), Outcome.NO_ANSWER);
        expected.put("stun:" + udp(IceCheckTest::toAnotherQuestion), Outcome.NO_ANSWER);
        expected.put("stun:" + closedUdpPort(), Outcome.REFUSED);
        expected.put("stun:nobody.invalid", Outcome.NAME_NOT_RESOLVED);
        expected.put("turn:" + udp(good), Outcome.WORKS);
        expected.put("turn:" + tcp(forgetful) + "?transport=tcp", Outcome.WORKS);
        expected.put("turn:" + tcp(ScriptedTurn.relaying(CREDENTIALS, 99)) + "?transport=tcp", Outcome.ERROR);
        expected.put("turn:" + udp(forger), Outcome.CREDENTIALS_REFUSED);
        expected.put("turn:" + udp(ScriptedTurn.refusing(401)), Outcome.CREDENTIALS_REFUSED);
        expected.put("turn:" + udp(ScriptedTurn.refusing(403)), Outcome.FORBIDDEN);
        expected.put("turn:" + udp(ScriptedTurn.refusing(486)), Outcome.FULL);
        expected.put("turn:" + udp(ScriptedTurn.refusing(508)), Outcome.FULL);
        expected.put("turn:" + udp(ScriptedTurn.refusing(300)), Outcome.ERROR);
        expected.put("turn:" + udp(ScriptedTurn::open), Outcome.OPEN_RELAY);
        expected.put("turn:" + udp(ScriptedTurn::empty), Outcome.NOT_STUN);
        expected.put("turn:" + closedTcpPort() + "?transport=tcp", Outcome.REFUSED);
        expected.put("turn:" + tcp(request -> PAGE) + "?transport=tcp", Outcome.NOT_STUN);
        expected.put("turn:" + tcp(request -> ScriptedServer.SILENCE) + "?transport=tcp", Outcome.NO_ANSWER);
        expected.put("turn:" + connections(Socket::close) + "?transport=tcp", Outcome.NOT_STUN);
        expected.put("turn:" + connections(this::trickle) + "?transport=tcp", Outcome.NO_ANSWER);
        expected.put(
                "turns:"
                        + connections(connection -> connection.getOutputStream().write(PAGE)),
                Outcome.TLS_FAILED);
        expected.put("turns:" + connections(Socket::close), Outcome.TLS_FAILED);
        expected.put("turns:" + connections(connection -> await()), Outcome.NO_ANSWER);
        expected.put("turns:" + connections(this::trickleTls), Outcome.NO_ANSWER);
        expected.put("turns:127.0.0.1:1?transport=udp", Outcome.NOT_TESTED);

        IceReport report = run(expected.keySet());

        assertEquals(
                expected,
                report.results().stream()
                        .collect(Collectors.toMap(
                                ProbeResult::url, ProbeResult::outcome, (a, b) -> a, LinkedHashMap::new)));
        assertTrue(report.milliseconds() < 6_000, () -> "took " + report.milliseconds() + " ms");
        assertFalse(report.isAllWell());
        assertEquals(1, good.released(), "the allocation is deleted");
        assertEquals(1, forgetful.released(), "the allocation is deleted");
        for (Thread thread : threads) {
            thread.join(2_000);
            assertFalse(thread.isAlive(), () -> List.of(thread.getStackTrace()).toString());
        }
        assertEquals(
                Set.of(OptionalInt.of(300), OptionalInt.of(438)),
                report.results().stream()
                        .filter(finding -> finding.outcome() == Outcome.ERROR)
                        .map(ProbeResult::error)
                        .collect(Collectors.toSet()));
    }

    @Test
    void aNameIsCheckedAtItsIpv4AndItsIpv6Address() throws Exception {
        InetAddress[] addresses = InetAddress.getAllByName("localhost");
        IceReport report = run(Set.of("turn:localhost:1?transport=tcp"));

        assertEquals(addresses.length, report.results().size());
        for (ProbeResult finding : report.results()) {
            assertEquals(Outcome.REFUSED, finding.outcome());
        }
    }

    @Test
    void aServerMayBeAtAnIpv6Address() throws Exception {
        assumeTrue(NetworkInterface.getByInetAddress(InetAddress.getAllByName("::1")[0]) != null, "no IPv6 here");
        IceReport report = run(Set.of("stun:" + at(ScriptedServer.udp("::1", ScriptedTurn::binding))));
        assertTrue(report.isAllWell(), report::toString);
    }

    @Test
    void withoutServersTheReportIsEmptyAndNotWell() throws Exception {
        IceReport report = run(Set.of());
        assertEquals(List.of(), report.results());
        assertFalse(report.isAllWell());
    }

    private IceReport run(Set<String> urls) throws InterruptedException {
        return IceCheck.run(
                urls.stream().map(IceCheckTest::server).toList(),
                task -> {
                    var thread = new Thread(task);
                    threads.add(thread);
                    return thread;
                },
                Clock.systemUTC());
    }

    private static ServerToCheck server(String url) {
        return url.startsWith("turn")
                ? new ServerToCheck(url, CREDENTIALS.username(), CREDENTIALS.password())
                : new ServerToCheck(url, null, null);
    }

    private String udp(UnaryOperator<byte[]> answers) {
        return at(ScriptedServer.udp("127.0.0.1", answers));
    }

    private String tcp(UnaryOperator<byte[]> answers) {
        return at(ScriptedServer.tcp(answers));
    }

    private String connections(ScriptedServer.Talk talk) {
        return at(ScriptedServer.tcpConnections(talk));
    }

    private String at(ScriptedServer server) {
        servers.add(server);
        return server.at();
    }

    private static String closedUdpPort() throws Exception {
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }

    private static String closedTcpPort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }

    private static byte[] toAnotherQuestion(byte[] request) {
        byte[] other = request.clone();
        other[19] ^= 1;
        return ScriptedTurn.binding(unsigned(other));
    }

    /** The header without the fingerprint, which would be wrong now. */
    private static byte[] unsigned(byte[] request) {
        byte[] header = Arrays.copyOf(request, 20);
        header[2] = 0;
        header[3] = 0;
        return header;
    }

    private void await() {
        try {
            assertTrue(testEnded.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends the beginning of an answer, a byte now and then. */
    private void trickle(Socket connection) throws IOException {
        trickle(connection, new byte[] {1, 3, 0, 64});
    }

    /** Sends the beginning of a handshake, a byte now and then. */
    private void trickleTls(Socket connection) throws IOException {
        trickle(connection, new byte[] {22, 3, 3, 64, 0, 2, 0, 0, 60});
    }

    private void trickle(Socket connection, byte[] beginning) throws IOException {
        try {
            for (int at = 0; !testEnded.await(300, TimeUnit.MILLISECONDS); at++) {
                connection.getOutputStream().write(at < beginning.length ? beginning[at] : 0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
