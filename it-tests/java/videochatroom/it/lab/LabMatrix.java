package videochatroom.it.lab;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import videochatroom.it.support.People;

/**
 * Every pair of routers with every way to the relay, and every trouble as often as a median needs: {@code mvn verify
 * -Plab -Dlab.tests=LabMatrix}. What it measured is in {@code target/lab/table.md}.
 */
@Tag("browser")
class LabMatrix {

    private static final int TIMES = 5;
    private static final Duration LAG = Duration.ofMillis(2_500);
    private static final LabTable TABLE = new LabTable("table.md");

    private static Lab lab;
    private static int rooms;

    @RegisterExtension
    final People people = new People();

    @BeforeAll
    static void build() {
        lab = Lab.build();
    }

    @AfterAll
    static void remove() {
        if (lab != null) {
            lab.close();
            System.out.println(TABLE.text());
        }
    }

    @ParameterizedTest(name = "{0}, {1}; {2}")
    @MethodSource("pairs")
    void everyPairTakesTheWayThereIs(Nat alices, Nat bobs, IceMode mode) {
        row(alices + ", " + bobs + "; " + mode, what -> {
            LabCall call = begin(lab.server(mode), alices, bobs, Family.IPV4, Family.IPV4);
            Expected expected = Expected.of(alices, bobs, mode);
            if (expected == Expected.NO_CONNECTION) {
                assertFalse(call.isConnected(), "a way where there should be none: " + call.route());
                call.alice().page().says("no connection to the other person");
                TABLE.notConnected(what);
            } else {
                assertConnected(call);
                TABLE.connected(what, call, Optional.empty());
                assertTrue(expected.isMetBy(call.route()), () -> expected + " expected, but " + call.route());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void ipv6AloneAndMixed(Family bobs) {
        row("IPv6 only, " + bobs, what -> {
            LabCall call = begin(lab.server(IceMode.ALL), Nat.CONE, Nat.CONE, Family.IPV6, bobs);
            assertConnected(call);
            TABLE.connected(what, call, Optional.empty());
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"CONE", "SYMMETRIC", "UDP_BLOCKED", "ONLY_443"})
    void addressChangesAtOnce(Nat nat) {
        LabCall call = begin(lab.server(IceMode.ALL), nat, nat, Family.IPV4, Family.IPV4);
        call.alice().house().lay(lab.router("alice", nat));
        median("address changes at once; " + nat, call, 2.0, call.alice().house()::changeNetwork);
    }

    @Test
    void bothAddressesChangeAtOnce() {
        LabCall call = begin(lab.server(IceMode.ALL), Nat.CONE, Nat.CONE, Family.IPV4, Family.IPV4);
        call.alice().house().lay(lab.router("alice", Nat.CONE));
        call.bob().house().lay(lab.router("bob", Nat.CONE));
        median("both addresses change at once", call, 6.5, () -> {
            call.alice().house().changeNetwork();
            call.bob().house().changeNetwork();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10})
    void withoutNetwork(int seconds) {
        Duration outage = Duration.ofSeconds(seconds);
        LabCall call = begin(lab.server(IceMode.ALL), Nat.CONE, Nat.CONE, Family.IPV4, Family.IPV4);
        median(
                seconds + " s without network",
                call,
                inSeconds(outage.plus(LAG)),
                () -> call.alice().house().loseNetwork(outage));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10})
    void silence(int seconds) {
        Duration outage = Duration.ofSeconds(seconds);
        LabCall call = begin(lab.server(IceMode.ALL), Nat.CONE, Nat.CONE, Family.IPV4, Family.IPV4);
        median(
                seconds + " s of silence",
                call,
                inSeconds(outage.plus(LAG)),
                () -> call.alice().house().router().fallSilent(outage));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONE", "SYMMETRIC"})
    void natForgetsItsMapping(Nat nat) {
        LabCall call = begin(lab.server(IceMode.ALL), nat, nat, Family.IPV4, Family.IPV4);
        median(
                "NAT forgets its mapping; " + nat,
                call,
                6.0,
                call.alice().house().router()::forgetMappings);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void serverRestarts(boolean orderly) {
        LabServer server = lab.server(IceMode.ALL);
        LabCall call = begin(server, Nat.CONE, Nat.CONE, Family.IPV4, Family.IPV4);
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
    void turnRestarts() {
        LabCall call = begin(lab.server(IceMode.ALL), Nat.SYMMETRIC, Nat.SYMMETRIC, Family.IPV4, Family.IPV4);
        median("TURN restarts", call, 60, lab.turn()::restart);
    }

    @Test
    void credentialsExpireBeforeTheNetworkChanges() {
        LabServer server = lab.server(IceMode.ALL, Map.of("ICE_TURN_LIFETIME", "30"));
        LabCall call = begin(server, Nat.SYMMETRIC, Nat.SYMMETRIC, Family.IPV4, Family.IPV4);
        call.alice().house().lay(lab.router("alice", Nat.SYMMETRIC));
        row("address changes after the credentials expired", what -> {
            assertConnected(call);
            call.alice().awaitExpiredCredentials();
            call.bob().awaitExpiredCredentials();
            Freezes freezes = call.during(call.alice().house()::changeNetwork);
            TABLE.connected(what, call, Optional.of(freezes));
        });
    }

    @Test
    void aWrongSecretLeavesNoWayToTheRelay() {
        row("symmetric, symmetric; TURN with a wrong secret", what -> {
            LabServer server = lab.server(IceMode.ALL, Map.of("ICE_TURN_SECRET", "not-the-secret-of-the-lab"));
            LabCall call = begin(server, Nat.SYMMETRIC, Nat.SYMMETRIC, Family.IPV4, Family.IPV4);
            assertFalse(call.isConnected(), "a relay took credentials that are none");
            TABLE.notConnected(what);
        });
    }

    @ParameterizedTest(name = "{0} %, {1}")
    @MethodSource("losses")
    void loss(int percent, Nat nat) {
        row(percent + " % loss for 15 s; " + nat, what -> {
            LabCall call = begin(lab.server(IceMode.ALL), nat, nat, Family.IPV4, Family.IPV4);
            assertConnected(call);
            Freezes freezes = call.duringAndAfter(
                    Duration.ofSeconds(15), () -> call.alice().house().router().lose(percent));
            TABLE.connected(what, call, Optional.of(freezes));
        });
    }

    static Stream<Arguments> pairs() {
        return Stream.of(Nat.values())
                .flatMap(one -> Stream.of(Nat.values())
                        .filter(other -> other.compareTo(one) >= 0)
                        .flatMap(other -> Stream.of(IceMode.values())
                                .filter(mode -> mode != IceMode.ALL)
                                .map(mode -> Arguments.of(one, other, mode))));
    }

    static Stream<Arguments> losses() {
        return Stream.of(5, 20)
                .flatMap(percent -> Stream.of(Nat.CONE, Nat.UDP_BLOCKED).map(nat -> Arguments.of(percent, nat)));
    }

    private interface Measurement {
        void into(String row);
    }

    /** Has a row in the table even if it fails. */
    private static void row(String what, Measurement measurement) {
        try {
            measurement.into(what);
        } catch (RuntimeException | AssertionError e) {
            TABLE.failed(what, e);
            throw e;
        }
    }

    private static void median(String what, LabCall call, double target, Runnable happening) {
        row(what + " (median of " + TIMES + ", at most " + Seconds.of(target) + ")", named -> {
            assertConnected(call);
            List<Freezes> all = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                all.add(call.during(happening));
            }
            Freezes median = Freezes.median(all);
            TABLE.connected(named, call, Optional.of(median));
            assertTrue(median.frozen() <= target, () -> "frozen for longer than that: " + all);
        });
    }

    private LabCall begin(LabServer server, Nat alices, Nat bobs, Family hers, Family his) {
        String room = "matrix-" + ++rooms;
        return LabCall.begin(lab, people, server, lab.house("alice", alices, hers), lab.house("bob", bobs, his), room);
    }

    private static void assertConnected(LabCall call) {
        assertTrue(
                call.isConnected(),
                () -> "they should have been connected: " + call.alice().page().state() + ", "
                        + call.bob().page().state());
        call.isSeen();
    }

    private static double inSeconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
