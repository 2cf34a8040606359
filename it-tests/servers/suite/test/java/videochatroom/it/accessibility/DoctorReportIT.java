package videochatroom.it.accessibility;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import videochatroom.it.support.Await;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.TestIdentity;
import videochatroom.it.support.UberJar;

/** The connection doctor's report, which a person can send to the operator. */
@Tag("browser")
class DoctorReportIT {

    private static final String SECRET = "a-secret-of-the-operators";

    /** All TURN user names and passwords that the page has used, for the call and for the doctor's tests. */
    private static final String CREDENTIALS = """
            return window.__connections
              .flatMap((connection) => connection.getConfiguration().iceServers)
              .flatMap(({ username, credential }) => [username, credential])
              .filter((value) => value);
            """;

    /** The resume token, wherever in the session storage the page keeps it. */
    private static final String STORED =
            "return Object.values(sessionStorage).flatMap((kept) => kept.split(' ')).filter(({ length }) => length > 8);";

    @RegisterExtension
    final People people = new People();

    @Test
    void namesTheRelaysAndNoSecret() {
        Map<String, String> settings = new HashMap<>(UberJar.ISOLATED);
        settings.put("ICE_SERVERS", "turn:127.0.0.1:1?transport=tcp,turn:127.0.0.1:1");
        settings.put("ICE_TURN_SECRET", SECRET);
        try (UberJar server = UberJar.start(UberJar.freePort(), settings)) {
            Person alice = people.start(TestIdentity.ALICE);
            var player = new StatePlayer(alice, server.awaitAddress());
            player.enterRoom().is("waiting").pressInMenu("Settings").press("Check my connection");
            Await.until("a report", () -> !report(alice).isEmpty(), alice::console);

            String report = report(alice);
            assertTrue(report.contains("turn-tcp: fails"), report);
            assertTrue(report.contains("turn:127.0.0.1:1?transport=tcp"), report);
            List<?> credentials = (List<?>) alice.browser().executeScript(CREDENTIALS);
            assertFalse(credentials.isEmpty(), "the browser was given credentials");
            assertHides(report, credentials);
            List<?> stored = (List<?>) alice.browser().executeScript(STORED);
            assertFalse(stored.isEmpty(), "the page stores its resume token");
            assertHides(report, stored);
            assertHides(report, List.of(SECRET, player.roomName()));
        }
    }

    private static void assertHides(String report, List<?> secrets) {
        for (Object secret : secrets) {
            assertFalse(report.contains(String.valueOf(secret)), () -> "\"" + secret + "\" is in:\n" + report);
        }
    }

    private static String report(Person person) {
        return String.valueOf(
                person.browser().findElement(By.id("doctor-report")).getDomProperty("value"));
    }
}
