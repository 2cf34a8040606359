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
import videochatroom.it.support.Await;

/**
 * One long call with a fault every minute: {@code mvn verify -Plong-endurance}. {@code -Dlab.minutes=50} is the
 * duration; {@code -Dlab.seed} repeats the order of an earlier run.
 */
@Tag("browser")
class LabEndurance {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Duration DURATION = Duration.ofMinutes(Long.getLong("lab.minutes", 50));
    private static final long SEED = Long.getLong("lab.seed", System.nanoTime());

    /** The number of a page's peer connections that are not closed. */
    private static final String OPEN_CONNECTIONS =
            "return window.__connections.filter((c) => c.connectionState !== \"closed\").length";

    @RegisterExtension
    static final LabSession SESSION = new LabSession("endurance.md");

    @Test
    void aCallSurvivesEveryFault() {
        System.out.println("lab.seed=" + SEED);
        LabServer server = SESSION.lab().server(IceMode.ALL, Map.of("ICE_TURN_LIFETIME", "60"));
        LabCall call = SESSION.begin(server, Nat.CONE, AddressFamily.IPV4, Nat.CONE, AddressFamily.BOTH);
        // the networks to change to, with other kinds of NAT
        call.alice().host().addRouter(Nat.SYMMETRIC);
        call.bob().host().addRouter(Nat.UDP_BLOCKED);
        assertTrue(call.isConnected(), "the call is connected");
        call.awaitVideo();

        Map<String, Runnable> faults = faults(call, server);
        var random = new Random(SEED);
        List<String> next = new ArrayList<>();
        Instant end = Instant.now().plus(DURATION);
        for (Instant at = Instant.now(); at.isBefore(end); at = at.plus(PERIOD)) {
            await(at);
            if (next.isEmpty()) {
                next.addAll(faults.keySet());
                Collections.shuffle(next, random);
            }
            String fault = next.remove(0);
            Freezes freezes = call.during(Objects.requireNonNull(faults.get(fault)));
            SESSION.record(fault, call, freezes);
        }
        assertEquals(1, openConnections(call.alice()), "open connections of alice's page");
        assertEquals(1, openConnections(call.bob()), "open connections of bob's page");
    }

    private static Map<String, Runnable> faults(LabCall call, LabServer server) {
        Host alices = call.alice().host();
        Host bobs = call.bob().host();
        Map<String, Runnable> faults = new LinkedHashMap<>();
        faults.put("alice's address changes", alices::changeNetwork);
        faults.put("bob's address changes", bobs::changeNetwork);
        faults.put("both addresses change", () -> {
            alices.changeNetwork();
            bobs.changeNetwork();
        });
        faults.put("alice without network for 2 s", () -> alices.loseNetwork(Duration.ofSeconds(2)));
        faults.put("bob without network for 10 s", () -> bobs.loseNetwork(Duration.ofSeconds(10)));
        faults.put("alice's router silent for 5 s", () -> alices.router().dropAllFor(Duration.ofSeconds(5)));
        faults.put("bob's router silent for 40 s", () -> bobs.router().dropAllFor(Duration.ofSeconds(40)));
        faults.put("alice's router forgets its mappings", () -> alices.router().forgetMappings());
        faults.put("bob's router forgets its mappings", () -> bobs.router().forgetMappings());
        faults.put("TURN restarts", SESSION.lab().turn()::restart);
        faults.put("server killed and started again", () -> {
            server.kill();
            server.startAgain();
        });
        faults.put("server restarted, and alice's address changes meanwhile", () -> {
            server.stop();
            alices.changeNetwork();
            server.startAgain();
        });
        faults.put(
                "20 % loss for 10 s",
                () -> {
                    alices.router().dropPackets(20);
                    await(Instant.now().plusSeconds(10));
                    alices.router().dropPackets(0);
                });
        return faults;
    }

    /** The call has to last: here the passing of time is awaited, not a state. */
    private static void await(Instant moment) {
        Await.until(
                "the time of the next fault",
                PERIOD.multipliedBy(2),
                () -> !Instant.now().isBefore(moment),
                Instant::now);
    }

    private static int openConnections(Caller caller) {
        return ((Number) Objects.requireNonNull(caller.person().browser().executeScript(OPEN_CONNECTIONS))).intValue();
    }
}
