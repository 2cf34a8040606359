package videochatroom.it.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.support.RawHttp;
import videochatroom.it.support.RawHttp.Response;
import videochatroom.it.support.Server;

/** The application's health checks in servers with MicroProfile Health. */
class MicroProfileHealthIT extends DeployedWar {

    @BeforeEach
    void onServersThatHaveIt() {
        // WildFly's standalone.xml does not include it; the other tests prove that the application deploys without it
        assumeTrue(Server.isPayara(), "this server has no MicroProfile Health");
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "ready"})
    void theServerReportsTheApplicationsHealth(String what) throws IOException {
        Response health = RawHttp.get("/health/" + what);

        assertEquals(200, health.status(), health::body);
        JsonObject checks = Json.createReader(new StringReader(health.body())).readObject();
        assertEquals("UP", checks.getString("status"));
        assertTrue(
                checks.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                        .anyMatch(check -> check.getString("name").equals("video-chat-room-" + what)
                                && check.getString("status").equals("UP")),
                health::body);
    }
}
