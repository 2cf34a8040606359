package videochatroom.it.uberjar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.BrowserOptions;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.ReverseProxy;
import videochatroom.it.support.ReverseProxy.Kind;
import videochatroom.it.support.SelfSignedCertificate;
import videochatroom.it.support.Server;
import videochatroom.it.support.SignalingClient;
import videochatroom.it.support.TestIdentity;
import videochatroom.it.support.UberJar;

/** The application behind each proxy of {@code server-config/proxy}: on its own path, and on another one. */
class ProxyIT {

    private static final String OWN_PATH = "/video-chat-room/";
    private static final String OTHER_PATH = "/meet/";

    private static final String TOKEN = "token-of-the-operator";

    /** Near what the server takes of headers in all, 8 KiB. */
    private static final String LARGE_COOKIE = "c=" + "x".repeat(6_000);

    /** Near what the server takes of a message, 64 KiB. */
    private static final String LARGE_SDP = "v=0\r\n" + "a=x\r\n".repeat(9_000);

    private static final Map<Kind, ReverseProxy> PROXIES = new EnumMap<>(Kind.class);

    @TempDir
    private static Path folder;

    @RegisterExtension
    final People people = new People();

    private static int port;
    private static UberJar server;
    private static SelfSignedCertificate certificate;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        Map<String, String> settings = new HashMap<>(UberJar.ISOLATED);
        settings.putAll(Map.of("OPERATOR_TOKEN", TOKEN, "SIGNALING_PING_INTERVAL", "1"));
        port = UberJar.freePort();
        server = UberJar.start(port, settings);
        certificate = SelfSignedCertificate.make(folder, "dns:localhost");
        http = HttpClient.newBuilder().sslContext(certificate.context()).build();
        server.awaitAddress();
    }

    @AfterAll
    static void stop() {
        PROXIES.values().forEach(ReverseProxy::close);
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyAddressWorksOnBothPaths(Kind kind) throws Exception {
        ReverseProxy proxy = through(kind);
        for (String path : new String[] {OWN_PATH, OTHER_PATH}) {
            assertLeadsTo(proxy, path, path, 200);
            assertLeadsTo(proxy, path + "caf%C3%A9", path + "caf%C3%A9", 200);
            assertLeadsTo(proxy, path + "proxied/", path + "proxied", 200);
            assertLeadsTo(proxy, path.substring(0, path.length() - 1), path, 200);
            assertLeadsTo(proxy, path + "api/health/live", path + "api/health/live", 200);
            String missing = assertLeadsTo(proxy, path + "no/such/file", path + "no/such/file", 404);
            assertTrue(missing.contains("<base href=\"../../\">"), missing);
            // also where a path is compared before it is decoded
            assertLeadsTo(proxy, path + "api/operator/metrics", path + "api/operator/metrics", 404);
            assertLeadsTo(proxy, path + "api/%6Fperator/metrics", path + "api/%6Fperator/metrics", 404);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void twoClientsOnDifferentPathsNegotiate(Kind kind) {
        ReverseProxy proxy = through(kind);
        try (SignalingClient alice = connect(proxy, OWN_PATH);
                SignalingClient bob = connect(proxy, OTHER_PATH)) {
            SignalingClient.meet("proxy-relay-" + kind, alice, bob);
            alice.sendEvent("send_connection_offer", of("offer", LARGE_SDP));
            assertEquals(LARGE_SDP, sdpOf(bob.receives("send_connection_offer"), "offer"));
            bob.sendEvent("answer", of("answer", "v=0\r\n"));
            assertEquals("v=0\r\n", sdpOf(alice.receives("answer"), "answer"));

            // pinged once a second, for longer than the proxy waits on a connection without traffic
            alice.awaitPings(2 * ReverseProxy.IDLE_SECONDS);
            alice.receivesNothing();
            bob.receivesNothing();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    @Tag("browser")
    void twoPeopleOnDifferentPathsSeeAndHearEachOther(Kind kind) {
        ReverseProxy proxy = through(kind);
        String room = "proxy-call-" + kind;
        RoomPage alices = RoomPage.open(trusting(TestIdentity.ALICE), proxy.address(OWN_PATH + room))
                .is("waiting");
        RoomPage bobs = RoomPage.open(trusting(TestIdentity.BOB), proxy.address(OTHER_PATH + room));

        alices.is("connected").sees(TestIdentity.BOB).hears(TestIdentity.BOB);
        bobs.is("connected").sees(TestIdentity.ALICE).hears(TestIdentity.ALICE);
    }

    /** Starts the proxy with the first test that needs it. Skips the test if it is not installed. */
    private static ReverseProxy through(Kind kind) {
        kind.require();
        return PROXIES.computeIfAbsent(
                kind, unused -> new ReverseProxy(kind, folder.resolve(kind.name()), certificate, port));
    }

    /** Follows redirects as a browser does. Returns the body of the last response. */
    private static String assertLeadsTo(ReverseProxy proxy, String from, String to, int status)
            throws IOException, InterruptedException {
        URI address = proxy.address(from);
        HttpResponse<String> response = get(address);
        if (response.statusCode() / 100 == 3) {
            address = address.resolve(response.headers().firstValue("Location").orElseThrow());
            response = get(address);
        }
        assertEquals(proxy.address(to), address, () -> from + " of " + proxy.output());
        assertEquals(status, response.statusCode(), () -> from + " of " + proxy.output());
        return response.body();
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static SignalingClient connect(ReverseProxy proxy, String path) {
        String origin = proxy.address("").toString();
        return SignalingClient.connect(
                "a page of " + path,
                Server.signalingOf(proxy.address(path)),
                http,
                Map.of("Origin", origin, "Cookie", LARGE_COOKIE));
    }

    private Person trusting(TestIdentity identity) {
        return people.start(BrowserOptions.of(identity)
                .withArgument("--ignore-certificate-errors-spki-list=" + certificate.keyHash()));
    }

    private static JsonObject of(String type, String sdp) {
        return Json.createObjectBuilder()
                .add(type, Json.createObjectBuilder().add("type", type).add("sdp", sdp))
                .build();
    }

    private static String sdpOf(JsonObject data, String type) {
        return data.getJsonObject(type).getString("sdp");
    }
}
