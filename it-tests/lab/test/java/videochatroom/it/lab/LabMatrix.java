package videochatroom.it.lab;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every pair of routers with every transport to the relay, and the median of every fault: {@code mvn verify
 * -Plong-matrix}. The results are in {@code target/lab/table.md}.
 */
@Tag("browser")
class LabMatrix {

    private static final int TIMES = 5;
    private static final Duration LAG = Duration.ofMillis(2_500);

    @RegisterExtension
    static final LabSession SESSION = new LabSession("table.md");

    @ParameterizedTest(name = "{0}, {1}; {2}")
    @MethodSource("pairs")
    void everyPairTakesTheExpectedRoute(Nat alices, Nat bobs, IceMode mode) {
        row(alices + ", " + bobs + "; " + mode, what -> {
            LabCall call = SESSION.begin(SESSION.lab().server(mode), alices, bobs);
            ExpectedRoute expected = ExpectedRoute.of(alices, bobs, mode);
            if (expected == ExpectedRoute.NO_CONNECTION) {
                assertFalse(call.isConnected(), "unexpected route: " + call.route());
                call.alice().page().says("no connection to the other person");
                SESSION.table().addNotConnected(what);
            } else {
                SESSION.assertConnected(call);
                SESSION.record(what, call);
                assertTrue(expected.matches(call.route()), () -> expected + " expected, but " + call.route());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void ipv6AloneAndMixed(AddressFamily bobs) {
        row("IPv6 only, " + bobs, what -> {
            LabCall call = SESSION.begin(SESSION.server(), Nat.CONE, AddressFamily.IPV6, Nat.CONE, bobs);
            SESSION.assertConnected(call);
            SESSION.record(what, call);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"CONE", "SYMMETRIC", "UDP_BLOCKED", "ONLY_443"})
    void addressChangesAtOnce(Nat nat) {
        LabCall call = SESSION.begin(SESSION.server(), nat, nat);
        call.alice().host().addRouter(nat);
        median("address changes at once; " + nat, call, 2.0, call.alice().host()::changeNetwork);
    }

    /** Bob is the offerer, because they were first in the room. In the other tests Alice's network changes. */
    @Test
    void theOfferersAddressChangesAtOnce() {
        LabCall call = SESSION.begin(SESSION.server(), Nat.CONE, Nat.CONE);
        call.bob().host().addRouter(Nat.CONE);
        median("the offerer's address changes at once", call, 2.0, call.bob().host()::changeNetwork);
    }

    @Test
    void bothAddressesChangeAtOnce() {
        LabCall call = SESSION.begin(SESSION.server(), Nat.CONE, Nat.CONE);
        call.alice().host().addRouter(Nat.CONE);
        call.bob().host().addRouter(Nat.CONE);
        median("both addresses change at once", call, 6.5, () -> {
            call.alice().host().changeNetwork();
            call.bob().host().changeNetwork();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10})
    void withoutNetwork(int seconds) {
        Duration outage = Duration.ofSeconds(seconds);
        LabCall call = SESSION.begin(SESSION.server(), Nat.CONE, Nat.CONE);
        median(
                seconds + " s without network",
                call,
                inSeconds(outage.plus(LAG)),
                () -> call.alice().host().loseNetwork(outage));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10})
    void silence(int seconds) {
        Duration outage = Duration.ofSeconds(seconds);
        LabCall call = SESSION.begin(SESSION.server(), Nat.CONE, Nat.CONE);
        median(
                seconds + " s of silence",
                call,
                inSeconds(outage.plus(LAG)),
                () -> call.alice().host().router().dropAllFor(outage));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONE", "SYMMETRIC"})
    void natForgetsItsMapping(Nat nat) {
        LabCall call = SESSION.begin(SESSION.server(), nat, nat);
        median("NAT forgets its mapping; " + nat, call, 6.0, call.alice().host().router()::forgetMappings);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void serverRestarts(boolean orderly) {
        LabServer server = SESSION.server();
        LabCall call = SESSION.begin(server, Nat.CONE, Nat.CONE);
        median(orderly ? "server restarted" : "server killed and started again", call, 1.0, () -> {
            if (orderly) {
                server.stop();
            } else {
                server.kill();
            }
            server.startAgain();
        });
    }

    @Test
    void serverAndNetworkFailTogether() {
        LabServer server = SESSION.server();
        LabCall call = SESSION.begin(server, Nat.CONE, Nat.CONE);
        call.alice().host().addRouter(Nat.SYMMETRIC);
        row("server killed, address changes, server started again", what -> {
            SESSION.assertConnected(call);
            Freezes freezes = call.during(() -> {
                server.kill();
                call.alice().host().changeNetwork();
                server.startAgain();
            });
            SESSION.record(what, call, freezes);
        });
    }

    @Test
    void turnRestarts() {
        LabCall call = SESSION.begin(SESSION.server(), Nat.SYMMETRIC, Nat.SYMMETRIC);
        median("TURN restarts", call, 60, SESSION.lab().turn()::restart);
    }

    @Test
    void credentialsExpireBeforeTheNetworkChanges() {
        LabServer server = SESSION.lab().server(IceMode.ALL, Map.of("ICE_TURN_LIFETIME", "30"));
        LabCall call = SESSION.begin(server, Nat.SYMMETRIC, Nat.SYMMETRIC);
        call.alice().host().addRouter(Nat.SYMMETRIC);
        row("address changes after the credentials expired", what -> {
            SESSION.assertConnected(call);
            call.alice().awaitExpiredCredentials();
            call.bob().awaitExpiredCredentials();
            Freezes freezes = call.during(call.alice().host()::changeNetwork);
            SESSION.record(what, call, freezes);
        });
    }

    @Test
    void aWrongSecretLeavesNoRelay() {
        row("symmetric, symmetric; TURN with a wrong secret", what -> {
            LabServer server =
                    SESSION.lab().server(IceMode.ALL, Map.of("ICE_TURN_SECRET", "not-the-secret-of-the-lab"));
            LabCall call = SESSION.begin(server, Nat.SYMMETRIC, Nat.SYMMETRIC);
            assertFalse(call.isConnected(), "the relay accepted wrong credentials");
            SESSION.table().addNotConnected(what);
        });
    }

    @ParameterizedTest(name = "{0} %, {1}")
    @MethodSource("losses")
    void loss(int percent, Nat nat) {
        row(percent + " % loss for 15 s; " + nat, what -> {
            LabCall call = SESSION.begin(SESSION.server(), nat, nat);
            SESSION.assertConnected(call);
            Freezes freezes = call.duringAtLeast(
                    Duration.ofSeconds(15), () -> call.alice().host().router().dropPackets(percent));
            SESSION.record(what, call, freezes);
        });
    }

    /** Grouped by mode, because the server restarts for each. */
    static Stream<Arguments> pairs() {
        return Stream.of(IceMode.values())
                .filter(mode -> mode != IceMode.ALL)
                .flatMap(mode -> Stream.of(Nat.values())
                        .flatMap(one -> Stream.of(Nat.values())
                                .filter(other -> other.compareTo(one) >= 0)
                                .map(other -> Arguments.of(one, other, mode))));
    }

    static Stream<Arguments> losses() {
        return Stream.of(5, 20)
                .flatMap(percent -> Stream.of(Nat.CONE, Nat.UDP_BLOCKED).map(nat -> Arguments.of(percent, nat)));
    }

    private interface Measurement {
        void run(String row);
    }

    /** Runs a measurement. A failure gets a row in the table too. */
    private static void row(String what, Measurement measurement) {
        try {
            measurement.run(what);
        } catch (RuntimeException | AssertionError e) {
            SESSION.table().addFailed(what, e);
            throw e;
        }
    }

    private static void median(String what, LabCall call, double target, Runnable fault) {
        row(what + " (median of " + TIMES + ", at most " + Seconds.of(target) + ")", named -> {
            SESSION.assertConnected(call);
            List<Freezes> all = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                all.add(call.during(fault));
            }
            Freezes median = Freezes.median(all);
            SESSION.record(named, call, median);
            assertTrue(median.frozen() <= target, () -> "frozen for longer than " + target + " s: " + all);
        });
    }

    private static double inSeconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
