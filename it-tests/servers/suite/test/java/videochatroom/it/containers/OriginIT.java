package videochatroom.it.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.support.RawHttp;
import videochatroom.it.support.Server;
import videochatroom.it.support.SignalingClient;

/** Which origins' pages may use the server. */
class OriginIT extends DeployedWar {

    @Test
    void itsOwnPagesMayConnect() {
        assertEquals(101, SignalingClient.statusOfHandshakeFrom(Server.origin()));
    }

    @Test
    void pagesOfAListedOriginMayConnect() {
        assertEquals(101, SignalingClient.statusOfHandshakeFrom(Server.otherOrigin()));
    }

    @Test
    void clientsWithoutAnOriginMayConnect() {
        try (var program = SignalingClient.connect("a program")) {
            program.receivesNothing();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "http://example.org",
                "https://localhost",
                "http://localhost",
                "http://localhost:1",
                "http://localhost.example.org:8080",
                "file://",
                "nonsense"
            })
    void pagesOfOtherOriginsMayNotConnect(String foreign) throws IOException {
        assertEquals(403, SignalingClient.statusOfHandshakeFrom(foreign), "handshake");
        assertEquals(403, get(Server.base(), foreign), "landing page");
        assertEquals(403, get(Server.base().resolve("a-room"), foreign), "room page");
        assertEquals(403, get(Server.base().resolve("js/main.js"), foreign), "script");
    }

    @Test
    void itsOwnAndListedOriginsMayFetch() throws IOException {
        assertEquals(200, get(Server.base(), Server.origin()));
        assertEquals(200, get(Server.base(), Server.otherOrigin()));
    }

    private static int get(URI address, String origin) throws IOException {
        return RawHttp.get(address.getRawPath(), "Origin: " + origin).status();
    }
}
