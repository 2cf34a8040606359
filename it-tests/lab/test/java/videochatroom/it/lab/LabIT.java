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
 * Each kind of network and each kind of fault once. {@link LabMatrix} has all combinations.
 *
 * <p>The server is configured with STUN and TURN over all transports. The routers decide which one a call uses.
 */
@Tag("browser")
class LabIT {

    /** In seconds. A busy machine may delay frames that long without any fault. */
    private static final double UNNOTICED = 1.0;

    @RegisterExtension
    static final LabSession SESSION = new LabSession("ci-table.md");

    @Test
    void ordinaryRoutersLetCallsThroughDirectly() {
        assertEquals("direct", routeBetween(Nat.CONE, Nat.CONE));
    }

    @Test
    void aPublicAddressIsReachedDirectly() {
        assertEquals("direct", routeBetween(Nat.OPEN, Nat.SYMMETRIC));
    }

    @Test
    void symmetricNatsNeedTheRelay() {
        assertEquals("relayed by udp", routeBetween(Nat.SYMMETRIC, Nat.SYMMETRIC));
    }

    @Test
    void withUdpBlockedTheRelayIsReachedByTcp() {
        assertEquals("relayed by tcp", routeBetween(Nat.UDP_BLOCKED, Nat.CONE));
    }

    @Test
    void withOnlyPort443OpenTheRelayIsReachedByTls() {
        assertEquals("relayed by tls", routeBetween(Nat.ONLY_443, Nat.ONLY_443));
    }

    @Test
    void withoutARelayThePageSaysThatThereIsNoConnection() {
        LabCall call = SESSION.begin(SESSION.lab().server(IceMode.STUN_ONLY), Nat.SYMMETRIC, Nat.SYMMETRIC);

        assertFalse(call.isConnected());
        call.alice().page().says("no connection to the other person");
        call.bob().page().says("no connection to the other person");
        SESSION.table().addNotConnected("symmetric, symmetric; STUN only");
    }

    @ParameterizedTest
    @CsvSource({"IPV6, 'direct, IPv6'", "BOTH, 'direct, IPv6'", "IPV4, relayed"})
    void ipv6OnlyHostsReachAllOthers(AddressFamily bobs, String route) {
        LabCall call = SESSION.begin(server(), Nat.CONE, AddressFamily.IPV6, Nat.CONE, bobs);
        SESSION.assertConnected(call);
        assertTrue(call.route().startsWith(route), call::route);
        SESSION.record("IPv6 only, " + bobs, call);
    }

    @Test
    void aCallSurvivesANetworkChange() {
        LabCall call = SESSION.begin(server(), Nat.CONE, Nat.CONE);
        call.alice().host().addRouter(Nat.CONE);
        SESSION.assertConnected(call);

        Freezes freezes = call.during(call.alice().host()::changeNetwork);
        SESSION.record("address changes at once", call, freezes);
    }

    @Test
    void aCallSurvivesNetworkChangesOnBothSides() {
        LabCall call = SESSION.begin(server(), Nat.CONE, Nat.CONE);
        call.alice().host().addRouter(Nat.SYMMETRIC);
        call.bob().host().addRouter(Nat.CONE);
        SESSION.assertConnected(call);

        Freezes freezes = call.during(() -> {
            call.alice().host().changeNetwork();
            call.bob().host().changeNetwork();
        });
        SESSION.record("both addresses change at once", call, freezes);
    }

    @Test
    void aCallSurvivesSecondsWithoutNetwork() {
        LabCall call = SESSION.begin(server(), Nat.CONE, Nat.CONE);
        SESSION.assertConnected(call);

        Freezes freezes = call.during(() -> call.alice().host().loseNetwork(Duration.ofSeconds(3)));
        SESSION.record("3 s without network", call, freezes);
    }

    @Test
    void aCallSurvivesAReloadWhileTheOtherIsOffline() {
        LabCall call = SESSION.begin(server(), Nat.CONE, Nat.CONE);
        SESSION.assertConnected(call);

        call.alice().host().router().dropPackets(100);
        call.alice().page().says("reconnecting");
        call.bob().page().reload().is("connecting");
        call.alice().host().router().dropPackets(0);
        SESSION.assertConnected(call);
        SESSION.record("one reloads while the other has no network", call);
    }

    @Test
    void aCallSurvivesLostNatMappings() {
        LabCall call = SESSION.begin(server(), Nat.CONE, Nat.CONE);
        SESSION.assertConnected(call);

        Freezes freezes = call.during(call.alice().host().router()::forgetMappings);
        SESSION.record("NAT forgets its mapping", call, freezes);
    }

    @Test
    void aCallSurvivesARelayRestartAfterCredentialsExpired() {
        LabCall call = SESSION.begin(server(), Nat.SYMMETRIC, Nat.SYMMETRIC);
        SESSION.assertConnected(call);
        call.alice().awaitExpiredCredentials();
        call.bob().awaitExpiredCredentials();

        Freezes freezes = call.during(SESSION.lab().turn()::restart);
        SESSION.record("TURN restarts, credentials are expired", call, freezes);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 20})
    void videoSurvivesPacketLoss(int percent) {
        LabCall call = SESSION.begin(server(), Nat.CONE, Nat.CONE);
        SESSION.assertConnected(call);

        Freezes freezes = call.during(() -> call.alice().host().router().dropPackets(percent));
        SESSION.record(percent + " % loss", call, freezes);
    }

    @Test
    void aServerRestartDoesNotDisturbACall() {
        LabServer server = server();
        LabCall call = SESSION.begin(server, Nat.CONE, Nat.CONE);
        SESSION.assertConnected(call);

        Freezes freezes = call.during(() -> {
            server.stop();
            call.alice().page().says("the call goes on without it");
            call.bob().page().says("the call goes on without it");
            server.startAgain();
            call.alice().awaitNoLongerSays("the call goes on without it");
            call.bob().awaitNoLongerSays("the call goes on without it");
        });
        SESSION.record("server stopped and started again", call, freezes);
        assertTrue(freezes.longest() <= UNNOTICED, () -> "the video froze: " + freezes);
    }

    @Test
    void aServerCrashDoesNotDisturbACallOrAdmitAThird() {
        LabServer server = server();
        LabCall call = SESSION.begin(server, Nat.CONE, Nat.CONE);
        SESSION.assertConnected(call);
        Caller carol = SESSION.join(call, server);
        carol.page().is("room-full");

        Freezes freezes = call.during(() -> {
            server.kill();
            call.alice().page().says("the call goes on without it");
            call.bob().page().says("the call goes on without it");
            server.startAgain();
            call.alice().awaitNoLongerSays("the call goes on without it");
            call.bob().awaitNoLongerSays("the call goes on without it");
        });
        carol.page().is("room-full");
        SESSION.record("server killed and started again", call, freezes);
        assertTrue(freezes.longest() <= UNNOTICED, () -> "the video froze: " + freezes);
    }

    private static String routeBetween(Nat alices, Nat bobs) {
        LabCall call = SESSION.begin(server(), alices, bobs);
        SESSION.assertConnected(call);
        SESSION.record(alices + ", " + bobs, call);
        return call.route();
    }

    /** With TURN credentials that expire during a test. */
    private static LabServer server() {
        return SESSION.lab().server(IceMode.ALL, Map.of("ICE_TURN_LIFETIME", "30"));
    }
}
