package videochatroom.it.uberjar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import videochatroom.it.support.Await;
import videochatroom.it.support.Jcmd;
import videochatroom.it.support.Project;
import videochatroom.it.support.Server;
import videochatroom.it.support.Shell;
import videochatroom.it.support.SignalingClient;
import videochatroom.it.support.Tools;
import videochatroom.it.support.UberJar;

/** The runnable jar itself: its address, wrong settings, its memory and its network traffic. */
class UberJarIT {

    private static final Pattern HEAP = Pattern.compile("heap +total (\\d+)K, used (\\d+)K");

    @Test
    void itServesPagesAndSocketsAtTheAddressThatItPrints() throws IOException, InterruptedException {
        int port = UberJar.freePort();
        try (UberJar server = UberJar.start(port, UberJar.ISOLATED)) {
            URI address = server.awaitAddress();

            assertEquals(URI.create("http://localhost:" + port + "/video-chat-room/"), address);
            assertEquals(200, get(address).statusCode());
            assertEquals(200, get(address.resolve("important-meeting")).statusCode());
            assertEquals(404, get(address.resolve("api/operator/ice")).statusCode(), "without a token it is not there");
            assertEquals(
                    404, get(address.resolve("api/operator/metrics")).statusCode(), "without a token it is not there");
            assertEquals(403, get(address.resolve("/metrics")).statusCode(), "the server's own metrics are not public");
            try (var alice = SignalingClient.connect("alice", Server.signalingOf(address))) {
                alice.join("important-meeting");
            }
            assertTrue(server.output().contains("Tyrus starts no idle timers"), server::output);
            server.stop();
        }
    }

    /** Such headers would also take memory for each WebSocket. */
    @Test
    void noResponseNamesTheServerSoftware() throws IOException, InterruptedException {
        int port = UberJar.freePort();
        try (UberJar server = UberJar.start(port, UberJar.ISOLATED)) {
            URI address = server.awaitAddress();

            for (String path : List.of("", "important-meeting", "nothing/here", "/beside-the-application")) {
                Map<String, List<String>> headers =
                        get(address.resolve(path)).headers().map();
                for (String name : List.of("Server", "X-Powered-By", "X-Frame-Options")) {
                    assertFalse(headers.containsKey(name), () -> path + " has " + headers);
                }
            }
            server.stop();
        }
    }

    @Test
    void aWrongSettingStopsItWithOneLineThatExplains() {
        try (UberJar server = UberJar.start(UberJar.freePort(), Map.of("FRONTEND_URL", "nonsense"))) {
            assertNotEquals(0, server.awaitExit(), server::output);

            List<String> lines = server.output()
                    .lines()
                    .filter(line -> line.contains("frontend.url"))
                    .toList();
            assertEquals(1, lines.size(), server::output);
            assertTrue(lines.get(0).contains("nonsense"), server::output);
            assertTrue(lines.get(0).contains("https://"), "what is allowed: " + lines.get(0));
            assertTrue(server.output().lines().noneMatch(line -> line.startsWith("\tat ")), server::output);
        }
    }

    /** By default the JVM would keep a heap more than three times as large as its content. */
    @Test
    void anIdleServerShrinksItsHeap() throws IOException, InterruptedException {
        Map<String, String> settings = new TreeMap<>(UberJar.ISOLATED);
        // the JVM's default with at least two processors and two gigabytes
        settings.put("JAVA_TOOL_OPTIONS", "-XX:+UseG1GC");
        try (UberJar server = UberJar.start(UberJar.freePort(), settings)) {
            server.awaitAddress();
            AtomicReference<String> heap = new AtomicReference<>("");
            Await.until("the heap to shrink", () -> isLittleMoreThanUsed(heap, server.pid()), heap::get);
            server.stop();
        }
    }

    /**
     * Runs the server in a network namespace whose only route leads to an interface that counts and drops all packets.
     * It would count a server that called home, looked for a cluster, or resolved its own name in a handshake.
     */
    @Test
    void noPacketLeavesTheMachineWhileItRuns() throws IOException, InterruptedException {
        try (UberJar server = startInOwnNetwork("that no packet leaves the machine", Map.of(), "without-network.sh")) {
            int status = server.awaitExit();
            assertEquals(0, status, server::output);
            assertTrue(server.output().contains("packets sent: 0"), server::output);
        }
    }

    /**
     * Runs the server in a network namespace with small TCP buffers. No thread may wait for a client that does not
     * read, not even for paths outside of the application. See decision 18.
     */
    @Test
    void unreadResponsesBlockNoThread() throws InterruptedException {
        try (UberJar server =
                startInOwnNetwork("that unread responses block no thread", UberJar.ISOLATED, "unread-responses.sh")) {
            assertEquals(0, server.awaitExit(), server::output);
        }
    }

    /** Skips the test and prints one line where network namespaces are not permitted. */
    private static UberJar startInOwnNetwork(String tested, Map<String, String> settings, String script)
            throws InterruptedException {
        boolean permitted = Shell.run(List.of("unshare", "-n", "-m", "true")).isSuccess()
                && Shell.run(List.of("ip", "-V")).isSuccess();
        Tools.skipUnless(permitted, tested, "this needs root for a network namespace");
        int port = UberJar.freePort();
        String path = Project.path("it-tests", "servers", "suite", "test", "scripts", script)
                .toString();
        return UberJar.startBy(List.of("unshare", "-n", "-m", "bash", path, String.valueOf(port)), port, settings);
    }

    private static boolean isLittleMoreThanUsed(AtomicReference<String> info, long process) {
        info.set(Jcmd.run(process, "GC.heap_info"));
        Matcher heap = HEAP.matcher(info.get());
        return heap.find() && Long.parseLong(heap.group(1)) < 1.5 * Long.parseLong(heap.group(2));
    }

    private static HttpResponse<Void> get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
    }
}
