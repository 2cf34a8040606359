package videochatroom.it.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.support.Await;
import videochatroom.it.support.FurtherDeployment;
import videochatroom.it.support.Server;
import videochatroom.it.support.SignalingClient;
import videochatroom.it.support.StalledClient;

/** Whoever is there while the application is deployed again comes back at once, and nothing of the old one is left. */
class RedeploymentIT extends DeployedWar {

    private static final String ROOM = "redeployment";

    private static final int SERVICE_RESTART = 1012;

    /** The close frame has arrived before the command ends. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    @BeforeAll
    static void require() {
        FurtherDeployment.require();
    }

    @Test
    void everyoneIsSentAwayAndGetsTheirSeatBack() {
        long copies = FurtherDeployment.copiesInMemory();
        int logged = Server.log().length();
        try (var application = FurtherDeployment.deploy()) {
            String alices;
            try (var alice = connect("alice", application);
                    var bob = connect("bob", application);
                    var carol = connect("carol, in no room", application);
                    // does not answer the close frame
                    var mallory = new StalledClient(application.signaling())) {
                alices = alice.join(ROOM).getString("resumeToken");
                bob.join(ROOM);
                alice.receives("another_person_ready");
                carol.receivesNothing();

                application.redeploy();
                // nobody is told that the other one is gone: everyone is on their way back
                assertFalse(bob.receivesMessageBeforeClose());
                assertSentAway(alice);
                assertSentAway(carol);
                assertEquals(SERVICE_RESTART, mallory.readCloseCode());
                // on WildFly a client that keeps sending keeps its connection (decision 17)
                if (Server.isPayara()) {
                    Await.until("a connection without an answer to end", () -> !mallory.trySend("x"), () -> "open");
                }
            }
            try (var alice = connect("alice", application);
                    var dave = connect("dave", application);
                    var erin = connect("erin", application)) {
                assertTrue(alice.resume(ROOM, alices).getBoolean("resumed"));
                SignalingClient.meet("redeployment-newcomers", dave, erin);

                application.undeploy();
                assertSentAway(alice);
                assertSentAway(dave);
                assertSentAway(erin);
            }
        }
        assertFalse(logSince(logged).contains("Exception"), () -> logSince(logged));
        Await.until(
                "nothing of the application to be left in memory",
                () -> FurtherDeployment.copiesInMemory() == copies,
                FurtherDeployment::copiesInMemory);
    }

    private static SignalingClient connect(String name, FurtherDeployment application) {
        return SignalingClient.connect(name, application.signaling());
    }

    private static void assertSentAway(SignalingClient client) {
        assertEquals(SERVICE_RESTART, client.awaitClose(AT_ONCE));
    }

    private static String logSince(int length) {
        return Server.log().substring(length);
    }
}
