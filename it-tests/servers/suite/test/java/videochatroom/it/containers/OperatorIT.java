package videochatroom.it.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.support.RawHttp;
import videochatroom.it.support.RawHttp.Response;
import videochatroom.it.support.Server;

/** The operator's addresses are accessible with the token only. */
class OperatorIT extends DeployedWar {

    private static final String ICE = "/video-chat-room/api/operator/ice";
    private static final String TOKEN = "Authorization: Bearer " + Server.operatorToken();

    @Test
    void theTokenGrantsAccess() throws IOException {
        Response report = RawHttp.get(ICE, TOKEN);

        assertEquals(200, report.status());
        assertTrue(report.header("Content-Type").orElse("").startsWith("application/json"), report::toString);
        assertEquals(Optional.of("no-store"), report.header("Cache-Control"));
        assertTrue(report.body().contains("\"servers\""), report::body);
        assertTrue(report.body().contains("No STUN or TURN server is configured"), report::body);
    }

    @Test
    void theReportIsAlsoPlainText() throws IOException {
        Response report = RawHttp.get(ICE, TOKEN, "Accept: text/plain");

        assertEquals(200, report.status());
        assertTrue(report.header("Content-Type").orElse("").startsWith("text/plain"), report::toString);
        assertTrue(report.body().contains("No STUN or TURN server is configured"), report::body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/ice", "/metrics", "/nothing", "/ice/", "/ice?token=x"})
    void requestsWithoutTheTokenAreUnauthorized(String path) throws IOException {
        Response refusal = getFrom("127.0.0.3", "/video-chat-room/api/operator" + path);

        assertEquals(401, refusal.status());
        assertTrue(refusal.header("WWW-Authenticate").orElse("").startsWith("Bearer"), refusal::toString);
        assertFalse(refusal.body().contains("servers"), refusal::body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api//operator/ice",
                "/api/./operator/ice",
                "/api/x/../operator/ice",
                "/api/%6Fperator/ice",
                "/api/operator;x=1/ice",
                "/api/operator/ice;x=1",
                "//api/operator/ice",
                "/API/operator/ice",
                "/api/operator%2Fice",
                "/api/operator/%69ce"
            })
    void noOtherSpellingOfThePathCircumventsTheToken(String path) throws IOException {
        Response answer = getFrom("127.0.0.4", "/video-chat-room" + path);

        assertTrue(answer.status() >= 400, answer::toString);
        assertFalse(answer.body().contains("\"servers\""), answer::body);
    }

    @Test
    void guessingIsThrottledByAddress() throws IOException {
        int attempts = 0;
        Response refusal;
        do {
            refusal = getFrom("127.0.0.2", ICE, "Authorization: Bearer not-the-token-of-it");
            attempts++;
        } while (refusal.status() == 401 && attempts < 100);

        assertEquals(429, refusal.status(), "after " + attempts + " attempts");
        assertTrue(refusal.header("Retry-After").isPresent(), refusal::toString);
        assertEquals(429, getFrom("127.0.0.2", ICE, TOKEN).status(), "also for the right token");
        assertEquals(200, RawHttp.get(ICE, TOKEN).status());
    }

    @Test
    void requestsFromPagesAreForbidden() throws IOException {
        for (String origin : new String[] {Server.origin(), Server.otherOrigin(), "https://example.org"}) {
            for (String method : new String[] {"GET", "OPTIONS"}) {
                Response refusal = RawHttp.send(
                        method, ICE, TOKEN, "Origin: " + origin, "Access-Control-Request-Headers: authorization");
                assertEquals(403, refusal.status(), method + " from " + origin);
                assertEquals(Optional.empty(), refusal.header("Access-Control-Allow-Origin"), origin);
            }
        }
        assertEquals(403, RawHttp.get(ICE, TOKEN, "Sec-Fetch-Site: same-origin").status());
        assertEquals(200, RawHttp.get(ICE, TOKEN, "Sec-Fetch-Site: none").status());
    }

    @Test
    void onlyGetIsAllowed() throws IOException {
        Response refusal = RawHttp.send("POST", ICE, TOKEN, "Content-Length: 0");
        assertEquals(405, refusal.status());
        assertEquals(Optional.of("GET"), refusal.header("Allow"));
        assertEquals(
                404, RawHttp.get("/video-chat-room/api/operator/nothing", TOKEN).status());
    }

    private static Response getFrom(String address, String path, String... headers) throws IOException {
        return RawHttp.sendFrom(InetAddress.getAllByName(address)[0], "GET", path, headers);
    }
}
