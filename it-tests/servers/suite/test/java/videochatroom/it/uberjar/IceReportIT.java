package videochatroom.it.uberjar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import videochatroom.it.support.Await;
import videochatroom.it.support.Coturn;
import videochatroom.it.support.SelfSignedCertificate;
import videochatroom.it.support.UberJar;

/** The operator's report on a real TURN server: that it works, or what is wrong. */
class IceReportIT {

    private static final String TOKEN = "token-of-the-operator";
    private static final String SECRET = "a-secret-of-the-test-only";
    /** The user quota that one check needs if it deallocates its relays. */
    private static final int RELAYS = 4;

    private final int port = UberJar.freePort();
    private final int tlsPort = UberJar.freePort();
    private final List<String> plain = List.of(
            "stun:127.0.0.1:" + port,
            "stun:[::1]:" + port,
            "turn:127.0.0.1:" + port + "?transport=udp",
            "turn:[::1]:" + port,
            "turn:127.0.0.1:" + port + "?transport=tcp",
            "turn:[::1]:" + port + "?transport=tcp");
    private final List<String> tls = List.of("turns:127.0.0.1:" + tlsPort, "turns:[::1]:" + tlsPort);
    private final String otherName = "turns:localhost:" + tlsPort;

    private final AtomicReference<String> lastTestedAt = new AtomicReference<>("");

    @TempDir
    private Path folder;

    @BeforeAll
    static void requireCoturn() {
        Coturn.require();
    }

    @Test
    void workingUnreachableAndWronglyConfiguredServersAreDistinguished() throws Exception {
        SelfSignedCertificate certificate = SelfSignedCertificate.make(folder, "ip:127.0.0.1,ip:::1");
        try (UberJar server = start(Map.of())) {
            URI report = server.awaitAddress().resolve("api/operator/ice");
            try (var turn = new Coturn(folder, port, tlsPort, certificate, SECRET, RELAYS)) {
                // twice: relays that are not deallocated would exceed the quota
                awaitOutcomes(report, url -> isSecure(url) ? "certificate-untrusted" : "works");
                awaitOutcomes(report, url -> isSecure(url) ? "certificate-untrusted" : "works");
                assertTrue(turn.isRunning());
            }
            awaitOutcomes(report, url -> "refused");
            try (var turn = new Coturn(folder, port, tlsPort, certificate, "another-secret-altogether", RELAYS)) {
                awaitOutcomes(
                        report,
                        url -> isSecure(url)
                                ? "certificate-untrusted"
                                : url.startsWith("stun") ? "works" : "credentials-refused");
                assertTrue(turn.isRunning());
            }
            assertFalse(server.output().contains(SECRET), server::output);
            assertFalse(server.output().contains(TOKEN), server::output);
        }
    }

    @Test
    void aTrustedCertificateWorksForItsOwnNameOnly() throws Exception {
        SelfSignedCertificate certificate = SelfSignedCertificate.make(folder, "ip:127.0.0.1,ip:::1");
        String trust = "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
                .formatted(certificate.trustStore().toAbsolutePath(), SelfSignedCertificate.PASSWORD);
        try (UberJar server = start(Map.of("JAVA_TOOL_OPTIONS", trust));
                var turn = new Coturn(folder, port, tlsPort, certificate, SECRET, 2 * RELAYS)) {
            awaitOutcomes(
                    server.awaitAddress().resolve("api/operator/ice"),
                    url -> url.equals(otherName) ? "certificate-of-other-name" : "works");
            assertTrue(turn.isRunning());
        }
    }

    private UberJar start(Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(UberJar.ISOLATED);
        settings.put("ICE_SERVERS", String.join(",", plain) + "," + String.join(",", tls) + "," + otherName);
        settings.put("ICE_TURN_SECRET", SECRET);
        settings.put("OPERATOR_TOKEN", TOKEN);
        settings.putAll(more);
        return UberJar.start(UberJar.freePort(), settings);
    }

    private static boolean isSecure(String url) {
        return url.startsWith("turns:");
    }

    /** Waits for a check with these outcomes. On a busy machine the first one may time out. */
    private void awaitOutcomes(URI report, UnaryOperator<String> expected) {
        AtomicReference<Map<String, Set<String>>> outcomes = new AtomicReference<>(Map.of());
        Await.until(
                "a check with the expected outcomes",
                () -> {
                    outcomes.set(newOutcomes(report));
                    return outcomes.get().entrySet().stream()
                            .allMatch(found -> found.getValue().equals(Set.of(expected.apply(found.getKey()))));
                },
                outcomes::get);
        assertEquals(plain.size() + tls.size() + 1, outcomes.get().size());
    }

    /** The outcomes of a new check. The server returns the last one for a while, so this may take several requests. */
    private Map<String, Set<String>> newOutcomes(URI report) {
        AtomicReference<JsonObject> answer = new AtomicReference<>();
        Await.until("a new check of the servers", () -> isNew(answer, report), answer::get);
        JsonObject json = answer.get();
        lastTestedAt.set(json.getString("testedAt"));
        assertTrue(json.getInt("milliseconds") < 6_000, json::toString);
        String all = json.toString();
        assertFalse(all.contains(SECRET) || all.contains(TOKEN) || all.contains("operator:"), all);
        assertEquals(
                json.getJsonArray("servers").getValuesAs(JsonObject.class).stream()
                        .allMatch(server -> server.getString("outcome").equals("works")),
                json.getBoolean("allWell"));
        return json.getJsonArray("servers").getValuesAs(JsonObject.class).stream()
                .collect(Collectors.groupingBy(
                        server -> server.getString("url"),
                        Collectors.mapping(
                                server -> server.getString("outcome"), Collectors.toCollection(TreeSet::new))));
    }

    private boolean isNew(AtomicReference<JsonObject> answer, URI report) {
        answer.set(json(get(report)));
        return !answer.get().getString("testedAt").equals(lastTestedAt.get());
    }

    private static JsonObject json(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response::body);
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }

    private static HttpResponse<String> get(URI address) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address)
                                    .header("Authorization", "Bearer " + TOKEN)
                                    .timeout(Duration.ofSeconds(20))
                                    .build(),
                            BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
