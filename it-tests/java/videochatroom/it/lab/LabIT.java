package videochatroom.it.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import videochatroom.it.support.Looks;
import videochatroom.it.support.People;

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

    private static final LabTable TABLE = new LabTable("ci-table.md");

    private static Lab lab;
    private static LabServer server;

    @RegisterExtension
    final People people = new People();

    @BeforeAll
    static void build() {
        lab = Lab.build();
        server = lab.server(IceMode.ALL, Map.of("ICE_TURN_LIFETIME", "30"));
    }

    @AfterAll
    static void remove() {
        if (lab != null) {
            lab.close();
            System.out.println(TABLE.text());
        }
    }

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
        LabCall call = begin(lab.server(IceMode.STUN_ONLY), Nat.SYMMETRIC, Nat.SYMMETRIC, "stun-only");

        assertFalse(call.isConnected());
        call.alice().page().says("no connection to the other person");
        call.bob().page().says("no connection to the other person");
        TABLE.notConnected("symmetric, symmetric; STUN only");
    }

    @ParameterizedTest
    @CsvSource({"IPV6, 'direct, IPv6'", "BOTH, 'direct, IPv6'", "IPV4, relayed"})
    void peopleWithIpv6OnlyTalkToEverybody(Family bobs, String route) {
        LabCall call = LabCall.begin(
                lab,
                people,
                server,
                lab.house("alice", Nat.CONE, Family.IPV6),
                lab.house("bob", Nat.CONE, bobs),
                "ipv6-" + bobs);
        assertConnected(call);
        assertTrue(call.route().startsWith(route), call::route);
        TABLE.connected("IPv6 only, " + bobs, call, Optional.empty());
    }

    @Test
    void aCallOutlivesAnotherNetwork() {
        LabCall call = begin(Nat.CONE, Nat.CONE, "another-network");
        call.alice().house().lay(lab.router("alice", Nat.CONE));
        assertConnected(call);

        Freezes freezes = call.during(call.alice().house()::changeNetwork);
        TABLE.connected("address changes at once", call, Optional.of(freezes));
    }

    @Test
    void aCallOutlivesOtherNetworksOnBothSides() {
        LabCall call = begin(Nat.CONE, Nat.CONE, "other-networks");
        call.alice().house().lay(lab.router("alice", Nat.SYMMETRIC));
        call.bob().house().lay(lab.router("bob", Nat.CONE));
        assertConnected(call);

        Freezes freezes = call.during(() -> {
            call.alice().house().changeNetwork();
            call.bob().house().changeNetwork();
        });
        TABLE.connected("both addresses change at once", call, Optional.of(freezes));
    }

    @Test
    void aCallOutlivesSecondsWithoutNetwork() {
        LabCall call = begin(Nat.CONE, Nat.CONE, "no-network");
        assertConnected(call);

        Freezes freezes = call.during(() -> call.alice().house().loseNetwork(Duration.ofSeconds(3)));
        TABLE.connected("3 s without network", call, Optional.of(freezes));
    }

    @Test
    void aCallOutlivesAReloadOfWhichTheOtherHearsNothing() {
        LabCall call = begin(Nat.CONE, Nat.CONE, "unheard-reload");
        assertConnected(call);

        call.alice().house().router().lose(100);
        call.alice().page().says("reconnecting");
        call.bob().page().reload().is("connecting");
        call.alice().house().router().lose(0);
        assertConnected(call);
        TABLE.connected("one reloads while the other has no network", call, Optional.empty());
    }

    @Test
    void aCallOutlivesAServerAndANetworkThatGoTogether() {
        LabCall call = begin(Nat.CONE, Nat.CONE, "everything");
        call.alice().house().lay(lab.router("alice", Nat.SYMMETRIC));
        assertConnected(call);

        Freezes freezes = call.during(() -> {
            server.kill();
            call.alice().house().changeNetwork();
            server.startAgain();
        });
        TABLE.connected("server killed, address changes, server started again", call, Optional.of(freezes));
    }

    @Test
    void aCallOutlivesARouterThatForgetsIt() {
        LabCall call = begin(Nat.CONE, Nat.CONE, "rebinding");
        assertConnected(call);

        Freezes freezes = call.during(call.alice().house().router()::forgetMappings);
        TABLE.connected("NAT forgets its mapping", call, Optional.of(freezes));
    }

    @Test
    void aCallOutlivesARelayThatForgetsItAndCredentialsThatExpired() {
        LabCall call = begin(Nat.SYMMETRIC, Nat.SYMMETRIC, "expired");
        assertConnected(call);
        call.alice().awaitExpiredCredentials();
        call.bob().awaitExpiredCredentials();

        Freezes freezes = call.during(lab.turn()::restart);
        TABLE.connected("TURN restarts, credentials are expired", call, Optional.of(freezes));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 20})
    void aPictureComesThroughWherePacketsAreLost(int percent) {
        LabCall call = begin(Nat.CONE, Nat.CONE, "loss-" + percent);
        assertConnected(call);

        Freezes freezes = call.during(() -> call.alice().house().router().lose(percent));
        TABLE.connected(percent + " % loss", call, Optional.of(freezes));
    }

    @Test
    void aServerThatIsRestartedIsNotNoticed() {
        LabCall call = begin(Nat.CONE, Nat.CONE, "restart");
        assertConnected(call);

        Freezes freezes = call.during(() -> {
            server.stop();
            server.startAgain();
            call.alice().isToldNoLonger("the call goes on without it");
            call.bob().isToldNoLonger("the call goes on without it");
        });
        TABLE.connected("server stopped and started again", call, Optional.of(freezes));
        assertTrue(freezes.longest() <= SHORT, () -> "the picture stood still: " + freezes);
    }

    @Test
    void aServerThatCrashesAndComesBackIsNotNoticedAndLetsNobodyElseIn() {
        LabCall call = begin(Nat.CONE, Nat.CONE, "crash");
        assertConnected(call);
        Caller carol =
                Caller.enter(lab, people, Looks.CAROL, lab.house("carol", Nat.CONE, Family.IPV4), server, "crash");
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
        TABLE.connected("server killed and started again", call, Optional.of(freezes));
        assertTrue(freezes.longest() <= SHORT, () -> "the picture stood still: " + freezes);
    }

    private String routeBetween(Nat alices, Nat bobs) {
        LabCall call = begin(alices, bobs, alices.name() + "-" + bobs.name());
        assertConnected(call);
        TABLE.connected(alices + ", " + bobs, call, Optional.empty());
        return call.route();
    }

    private LabCall begin(Nat alices, Nat bobs, String room) {
        return begin(server, alices, bobs, room);
    }

    private LabCall begin(LabServer by, Nat alices, Nat bobs, String room) {
        return LabCall.begin(
                lab, people, by, lab.house("alice", alices, Family.IPV4), lab.house("bob", bobs, Family.IPV4), room);
    }

    private static void assertConnected(LabCall call) {
        assertTrue(
                call.isConnected(),
                () -> "they should have been connected: " + call.alice().page().state() + ", "
                        + call.bob().page().state());
        call.isSeen();
    }
}
