package videochatroom.it.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each kind of network, and each kind of trouble with it, once; {@link LabMatrix} has all of them.
 *
 * <p>The server tells of STUN and of all ways to TURN, as an operator's would: which one a call takes is up to what the
 * routers let pass.
 */
@Tag("browser")
class LabIT {

    /** A busy machine may hold up a picture by itself, for as long as this. */
    private static final double SHORT = 1.0;

    @RegisterExtension
    static final LabSession SESSION = new LabSession("ci-table.md");

    @Test
    void ordinaryRoutersLetCallsThroughDirectly() {
        assertEquals("direct", routeBetween(Nat.CONE, Nat.CONE));
    }

    @Test
    void whoeverHasAPublicAddressIsReachedDirectly() {
        assertEquals("direct", routeBetween(Nat.OPEN, Nat.SYMMETRIC));
    }

    @Test
    void routersWithAPortForEachDestinationNeedTheRelay() {
        assertEquals("relayed by udp", routeBetween(Nat.SYMMETRIC, Nat.SYMMETRIC));
    }

    @Test
    void whereUdpIsBlockedTheRelayIsReachedByTcp() {
        assertEquals("relayed by tcp", routeBetween(Nat.UDP_BLOCKED, Nat.CONE));
    }

    @Test
    void whereOnlyPort443IsOpenTheRelayIsReachedByTls() {
        assertEquals("relayed by tls", routeBetween(Nat.ONLY_443, Nat.ONLY_443));
    }

    @Test
    void withoutARelayThePageSaysThatThereIsNoConnection() {
        LabCall call = SESSION.begin(SESSION.lab().server(IceMode.STUN_ONLY), Nat.SYMMETRIC, Nat.SYMMETRIC);

        assertFalse(call.isConnected());
        call.alice().page().says("no connection to the other person");
        call.bob().page().says("no connection to the other person");
        SESSION.table().notConnected("symmetric, symmetric; STUN only");
    }

    @ParameterizedTest
    @CsvSource({"IPV6, 'direct, IPv6'", "BOTH, 'direct, IPv6'", "IPV4, relayed"})
    void peopleWithIpv6OnlyTalkToEverybody(Family bobs, String route) {
        LabCall call = SESSION.begin(server(), Nat.CONE, Family.IPV6, Nat.CONE, bobs);
        SESSION.assertConnected(call);
        assertTrue(call.route().startsWith(route), call::route);
        SESSION.connected("IPv6 only, " + bobs, call);
    }

    @Test
    void aCallOutlivesAnotherNetwork() {
        LabCall call = SESSION.begin(server(), Nat.CONE, Nat.CONE);
        call.alice().house().alsoBehind(Nat.CONE);
        SESSION.assertConnected(call);

        Freezes freezes = call.during(call.alice().house()::changeNetwork);
        SESSION.connected("address changes at once", call, freezes);
    }

    @Test
    void aCallOutlivesOtherNetworksOnBothSides() {
        LabCall call = SESSION.begin(server(), Nat.CONE, Nat.CONE);
        call.alice().house().alsoBehind(Nat.SYMMETRIC);
        call.bob().house().alsoBehind(Nat.CONE);
        SESSION.assertConnected(call);

        Freezes freezes = call.during(() -> {
            call.alice().house().changeNetwork();
            call.bob().house().changeNetwork();
        });
        SESSION.connected("both addresses change at once", call, freezes);
    }

    @Test
    void aCallOutlivesSecondsWithoutNetwork() {
        LabCall call = SESSION.begin(server(), Nat.CONE, Nat.CONE);
        SESSION.assertConnected(call);

        Freezes freezes = call.during(() -> call.alice().house().loseNetwork(Duration.ofSeconds(3)));
        SESSION.connected("3 s without network", call, freezes);
    }

    @Test
    void aCallOutlivesAReloadOfWhichTheOtherHearsNothing() {
        LabCall call = SESSION.begin(server(), Nat.CONE, Nat.CONE);
        SESSION.assertConnected(call);

        call.alice().house().router().lose(100);
        call.alice().page().says("reconnecting");
        call.bob().page().reload().is("connecting");
        call.alice().house().router().lose(0);
        SESSION.assertConnected(call);
        SESSION.connected("one reloads while the other has no network", call);
    }

    @Test
    void aCallOutlivesARouterThatForgetsIt() {
        LabCall call = SESSION.begin(server(), Nat.CONE, Nat.CONE);
        SESSION.assertConnected(call);

        Freezes freezes = call.during(call.alice().house().router()::forgetMappings);
        SESSION.connected("NAT forgets its mapping", call, freezes);
    }

    @Test
    void aCallOutlivesARelayThatForgetsItAndCredentialsThatExpired() {
        LabCall call = SESSION.begin(server(), Nat.SYMMETRIC, Nat.SYMMETRIC);
        SESSION.assertConnected(call);
        call.alice().awaitExpiredCredentials();
        call.bob().awaitExpiredCredentials();

        Freezes freezes = call.during(SESSION.lab().turn()::restart);
        SESSION.connected("TURN restarts, credentials are expired", call, freezes);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 20})
    void aPictureComesThroughWherePacketsAreLost(int percent) {
        LabCall call = SESSION.begin(server(), Nat.CONE, Nat.CONE);
        SESSION.assertConnected(call);

        Freezes freezes = call.during(() -> call.alice().house().router().lose(percent));
        SESSION.connected(percent + " % loss", call, freezes);
    }

    @Test
    void aServerThatIsRestartedIsNotNoticed() {
        LabServer server = server();
        LabCall call = SESSION.begin(server, Nat.CONE, Nat.CONE);
        SESSION.assertConnected(call);

        Freezes freezes = call.during(() -> {
            server.stop();
            server.startAgain();
            call.alice().isToldNoLonger("the call goes on without it");
            call.bob().isToldNoLonger("the call goes on without it");
        });
        SESSION.connected("server stopped and started again", call, freezes);
        assertTrue(freezes.longest() <= SHORT, () -> "the picture stood still: " + freezes);
    }

    @Test
    void aServerThatCrashesAndComesBackIsNotNoticedAndLetsNobodyElseIn() {
        LabServer server = server();
        LabCall call = SESSION.begin(server, Nat.CONE, Nat.CONE);
        SESSION.assertConnected(call);
        Caller carol = SESSION.joins(call, server);
        carol.page().is("room-full");

        Freezes freezes = call.during(() -> {
            server.kill();
            call.alice().page().says("the call goes on without it");
            call.bob().page().says("the call goes on without it");
            server.startAgain();
            call.alice().isToldNoLonger("the call goes on without it");
            call.bob().isToldNoLonger("the call goes on without it");
        });
        carol.page().is("room-full");
        SESSION.connected("server killed and started again", call, freezes);
        assertTrue(freezes.longest() <= SHORT, () -> "the picture stood still: " + freezes);
    }

    private static String routeBetween(Nat alices, Nat bobs) {
        LabCall call = SESSION.begin(server(), alices, bobs);
        SESSION.assertConnected(call);
        SESSION.connected(alices + ", " + bobs, call);
        return call.route();
    }

    /** With credentials that do not outlast a test. */
    private static LabServer server() {
        return SESSION.lab().server(IceMode.ALL, Map.of("ICE_TURN_LIFETIME", "30"));
    }
}
