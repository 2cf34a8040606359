package videochatroom.it.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.support.Await;
import videochatroom.it.support.RawHttp;
import videochatroom.it.support.RawHttp.Response;
import videochatroom.it.support.Server;
import videochatroom.it.support.SignalingClient;

/** Metrics and health checks. */
class MetricsIT extends DeployedWar {

    private static final String METRICS = "/video-chat-room/api/operator/metrics";
    private static final String TOKEN = "Authorization: Bearer " + Server.operatorToken();

    @Test
    void eventsAreCounted() {
        double joins = value("videochatroom_joins_total");
        double messages = value("videochatroom_relayed_messages_total");
        double bytes = value("videochatroom_relayed_bytes_total");
        double full = value("videochatroom_refusals_total{reason=\"room_full\"}");
        double unknown = value("videochatroom_refusals_total{reason=\"unknown_event\"}");
        double connected = value("videochatroom_call_connected_seconds_count{path=\"relayed\"}");
        double sockets = value("videochatroom_sockets");
        try (var alice = SignalingClient.connect("alice");
                var bob = SignalingClient.connect("bob");
                var carol = SignalingClient.connect("carol")) {
            alice.join("metrics");
            bob.join("metrics");
            alice.receives("another_person_ready");
            carol.sendEvent("join_room", "metrics");
            carol.receives("too_many_people");
            alice.sendEvent("request_offer", Json.createObjectBuilder().build());
            bob.receives("request_offer");
            alice.sendEvent("sing");
            alice.receives("error");
            JsonObject report = Json.createObjectBuilder()
                    .add("milliseconds", 1_500)
                    .add("path", "relayed")
                    .build();
            for (int i = 0; i < 3; i++) {
                bob.sendEvent("call_connected", report);
            }
            bob.sendEvent("ping");
            bob.receives("pong");

            assertEquals(joins + 2, value("videochatroom_joins_total"));
            assertEquals(messages + 1, value("videochatroom_relayed_messages_total"));
            assertTrue(value("videochatroom_relayed_bytes_total") > bytes + 20);
            assertEquals(full + 1, value("videochatroom_refusals_total{reason=\"room_full\"}"));
            assertEquals(unknown + 1, value("videochatroom_refusals_total{reason=\"unknown_event\"}"));
            assertEquals(connected + 1, value("videochatroom_call_connected_seconds_count{path=\"relayed\"}"));
            assertTrue(value("videochatroom_rooms") >= 1);
            assertTrue(value("videochatroom_participants") >= 2);
            assertTrue(value("videochatroom_sockets") >= sockets + 3);
            assertEquals(0, value("videochatroom_outbox_largest_bytes"));
        }
    }

    @Test
    void closedSocketsAreCountedByCode() {
        double takenOver = value("videochatroom_closes_total{code=\"4409\"}");
        double normal = value("videochatroom_closes_total{code=\"1000\"}");
        try (var alice = SignalingClient.connect("alice");
                var sameAlice = SignalingClient.connect("alice on another socket")) {
            String token = alice.join("metrics-closes").getString("resumeToken");
            sameAlice.resume("metrics-closes", token);
            assertEquals(4409, alice.awaitClose(Duration.ofSeconds(20)));
            sameAlice.closeNormally();
        }
        Await.until(
                "both closes to be counted",
                () -> value("videochatroom_closes_total{code=\"4409\"}") > takenOver
                        && value("videochatroom_closes_total{code=\"1000\"}") > normal,
                MetricsIT::scrape);
    }

    @Test
    void theServerIsHealthy() throws IOException {
        for (String what : new String[] {"live", "ready"}) {
            Response health = RawHttp.get("/video-chat-room/api/health/" + what);
            assertEquals(200, health.status(), what);
            assertTrue(health.body().contains("\"UP\""), health::body);
        }
        assertEquals(404, RawHttp.get("/video-chat-room/api/health/nothing").status());
        assertEquals(404, RawHttp.get("/video-chat-room/api/health").status());
    }

    private static double value(String name) {
        String start = name + " ";
        return scrape().lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(start.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + name));
    }

    private static String scrape() {
        try {
            Response metrics = RawHttp.get(METRICS, TOKEN);
            assertEquals(200, metrics.status());
            return metrics.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
