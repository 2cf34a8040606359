package videochatroom.it.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.support.Patience;

/**
 * One long call with something breaking every minute: {@code mvn verify -Plong-endurance}, with
 * {@code -Dlab.minutes=50} and, to have the same order of troubles again, {@code -Dlab.seed}.
 */
@Tag("browser")
class LabEndurance {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Duration MINUTES = Duration.ofMinutes(Long.getLong("lab.minutes", 50));
    private static final long SEED = Long.getLong("lab.seed", System.nanoTime());

    /** Connections of one page that are not closed: the one in use. */
    private static final String OPEN_CONNECTIONS =
            "return window.__connections.filter((c) => c.connectionState !== \"closed\").length";

    @RegisterExtension
    static final LabSession SESSION = new LabSession("endurance.md");

    @Test
    void aCallOutlivesEverything() {
        System.out.println("lab.seed=" + SEED);
        LabServer server = SESSION.lab().server(IceMode.ALL, Map.of("ICE_TURN_LIFETIME", "60"));
        LabCall call = SESSION.begin(server, Nat.CONE, Family.IPV4, Nat.CONE, Family.BOTH);
        // another network, of another kind
        call.alice().house().alsoBehind(Nat.SYMMETRIC);
        call.bob().house().alsoBehind(Nat.UDP_BLOCKED);
        assertTrue(call.isConnected(), "they should have been connected");
        call.isSeen();

        Map<String, Runnable> troubles = troubles(call, server);
        var random = new Random(SEED);
        List<String> next = new ArrayList<>();
        Instant end = Instant.now().plus(MINUTES);
        for (Instant at = Instant.now(); at.isBefore(end); at = at.plus(PERIOD)) {
            await(at);
            if (next.isEmpty()) {
                next.addAll(troubles.keySet());
                Collections.shuffle(next, random);
            }
            String trouble = next.remove(0);
            Freezes freezes = call.during(Objects.requireNonNull(troubles.get(trouble)));
            SESSION.connected(trouble, call, freezes);
        }
        assertEquals(1, openConnections(call.alice()), "connections of alice's page");
        assertEquals(1, openConnections(call.bob()), "connections of bob's page");
    }

    private static Map<String, Runnable> troubles(LabCall call, LabServer server) {
        House alices = call.alice().house();
        House bobs = call.bob().house();
        Map<String, Runnable> troubles = new LinkedHashMap<>();
        troubles.put("alice's address changes", alices::changeNetwork);
        troubles.put("bob's address changes", bobs::changeNetwork);
        troubles.put("both addresses change", () -> {
            alices.changeNetwork();
            bobs.changeNetwork();
        });
        troubles.put("alice without network for 2 s", () -> alices.loseNetwork(Duration.ofSeconds(2)));
        troubles.put("bob without network for 10 s", () -> bobs.loseNetwork(Duration.ofSeconds(10)));
        troubles.put("alice's router silent for 5 s", () -> alices.router().fallSilent(Duration.ofSeconds(5)));
        troubles.put("bob's router silent for 40 s", () -> bobs.router().fallSilent(Duration.ofSeconds(40)));
        troubles.put(
                "alice's router forgets its mappings", () -> alices.router().forgetMappings());
        troubles.put("bob's router forgets its mappings", () -> bobs.router().forgetMappings());
        troubles.put("TURN restarts", SESSION.lab().turn()::restart);
        troubles.put("server killed and started again", () -> {
            server.kill();
            server.startAgain();
        });
        troubles.put("server restarted, and alice's address changes meanwhile", () -> {
            server.stop();
            alices.changeNetwork();
            server.startAgain();
        });
        troubles.put(
                "20 % loss for 10 s",
                () -> {
                    alices.router().lose(20);
                    await(Instant.now().plusSeconds(10));
                    alices.router().lose(0);
                });
        return troubles;
    }

    /** The call is to go on for as long as that: it is time itself that is waited for. */
    private static void await(Instant moment) {
        Patience.until(
                "the next trouble's time to come",
                PERIOD.multipliedBy(2),
                () -> !Instant.now().isBefore(moment),
                Instant::now);
    }

    private static int openConnections(Caller caller) {
        return ((Number) Objects.requireNonNull(caller.person().browser().executeScript(OPEN_CONNECTIONS))).intValue();
    }
}
