package videochatroom.it.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.LandingPage;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Await;
import videochatroom.it.support.BrowserOptions;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.Project;
import videochatroom.it.support.Server;
import videochatroom.it.support.TestIdentity;

/** The two people in a room see and hear each other and nobody else. */
@Tag("browser")
class CallIT extends DeployedWar {

    private static final Pattern REQUEST = Pattern.compile(
            "\"method\":\"Network\\.(?:requestWillBeSent|webSocketCreated)\".*?\"url\":\"((?:https?|wss?):[^\"]+)\"");

    @RegisterExtension
    final People people = new People();

    @Test
    @Tag("one-call")
    void twoPeopleSeeAndHearEachOther() {
        Person alice = people.start(BrowserOptions.of(TestIdentity.ALICE).withNetworkLog());
        Person bob = people.start(TestIdentity.BOB);
        RoomPage alices = RoomPage.open(alice, "calls-two").is("waiting");
        RoomPage bobs = RoomPage.open(bob, "calls-two");

        alices.is("connected").sees(TestIdentity.BOB).hears(TestIdentity.BOB).seesMotion();
        bobs.is("connected").sees(TestIdentity.ALICE).hears(TestIdentity.ALICE).seesMotion();

        alice.screenshot(Project.target("screenshots", "call-alice.png"));
        bob.screenshot(Project.target("screenshots", "call-bob.png"));
        assertEquals(Set.of(Server.base().getAuthority()), hostsRequestedBy(alice), "requested hosts");
    }

    @Test
    void mutingAndTurningTheCameraOffReachTheOtherSide() {
        RoomPage alices =
                RoomPage.open(people.start(TestIdentity.ALICE), "calls-mute").is("waiting");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "calls-mute");
        bobs.is("connected").sees(TestIdentity.ALICE).hears(TestIdentity.ALICE);
        alices.is("connected");

        alices.hasPressed("Mute microphone", false).press("Mute microphone").hasPressed("Mute microphone", true);
        bobs.hearsNothing().sees(TestIdentity.ALICE);
        alices.press("Mute microphone").hasPressed("Mute microphone", false);
        bobs.hears(TestIdentity.ALICE);

        alices.press("Turn camera off").hasPressed("Turn camera off", true);
        bobs.seesDarkness().hears(TestIdentity.ALICE);
        alices.press("Turn camera off").hasPressed("Turn camera off", false);
        bobs.sees(TestIdentity.ALICE);
    }

    /** Simulates a failed DTLS transport. Firefox has such failures at times, and they are permanent. */
    @Test
    void aConnectionWhoseEncryptionFailedIsReplaced() {
        Person bob = people.start(TestIdentity.BOB);
        RoomPage alices = RoomPage.open(people.start(TestIdentity.ALICE), "calls-encryption")
                .is("waiting");
        RoomPage bobs = RoomPage.open(bob, "calls-encryption").is("connected").sees(TestIdentity.ALICE);
        alices.is("connected").sees(TestIdentity.BOB);

        bob.browser().executeScript("""
                const connection = window.__connections.at(-1);
                const transport = connection.sctp.transport;
                Object.defineProperty(transport, "state", { value: "failed" });
                Object.defineProperty(connection, "connectionState", { value: "failed" });
                connection.dispatchEvent(new Event("connectionstatechange"));
                """);
        assertReplaced(bob);
        bobs.is("connected").sees(TestIdentity.ALICE).hears(TestIdentity.ALICE).seesMotion();
        alices.is("connected").sees(TestIdentity.BOB).hears(TestIdentity.BOB).seesMotion();
    }

    @Test
    void twoRoomsNeverMix() {
        RoomPage alices = RoomPage.open(people.start(TestIdentity.ALICE), "calls-north");
        RoomPage carols = RoomPage.open(people.start(TestIdentity.CAROL), "calls-south");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "Calls-North");
        RoomPage daves = RoomPage.open(people.start(TestIdentity.DAVE), "Calls-South");

        alices.is("connected").sees(TestIdentity.BOB).hears(TestIdentity.BOB);
        bobs.is("connected").sees(TestIdentity.ALICE).hears(TestIdentity.ALICE);
        carols.is("connected").sees(TestIdentity.DAVE).hears(TestIdentity.DAVE);
        daves.is("connected").sees(TestIdentity.CAROL).hears(TestIdentity.CAROL);
    }

    @Test
    void theThirdIsRefusedAndJoinsOnceASeatIsFree() {
        RoomPage alices =
                RoomPage.open(people.start(TestIdentity.ALICE), "calls-third").is("waiting");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "calls-third");
        alices.is("connected");
        bobs.is("connected");
        RoomPage carols =
                RoomPage.open(people.start(TestIdentity.CAROL), "calls-third").is("room-full");
        alices.sees(TestIdentity.BOB).seesMotion();

        bobs.press("Hang up").is("hung-up");
        carols.is("connected").sees(TestIdentity.ALICE);
        alices.is("connected")
                .sees(TestIdentity.CAROL)
                .hears(TestIdentity.CAROL)
                .seesMotion();
    }

    @Test
    void theLandingPageLeadsToACallUnderAnyContextPath() {
        for (URI base : Set.of(Server.base(), Server.baseOfOtherName())) {
            Person alice = people.start(TestIdentity.ALICE);
            Person bob = people.start(TestIdentity.BOB);
            LandingPage landing = LandingPage.open(alice, base);
            assertFalse(landing.suggestedName().isBlank());
            RoomPage alices = landing.type("Calls-Landing")
                    .start()
                    .is("lobby")
                    .press("Join")
                    .is("waiting");
            RoomPage bobs = RoomPage.open(bob, URI.create(alice.browser().getCurrentUrl()));

            alices.is("connected").sees(TestIdentity.BOB);
            bobs.is("connected").sees(TestIdentity.ALICE);
            people.close(alice);
            people.close(bob);
        }
    }

    private static void assertReplaced(Person person) {
        Await.until(
                person.name() + " to have another connection",
                () -> Boolean.TRUE.equals(person.browser().executeScript("return window.__connections.length > 1")),
                () -> "no new connection");
    }

    private static Set<String> hostsRequestedBy(Person person) {
        Set<String> hosts = new TreeSet<>();
        for (String message : person.network()) {
            var requested = REQUEST.matcher(message);
            while (requested.find()) {
                hosts.add(URI.create(requested.group(1)).getAuthority());
            }
        }
        return hosts;
    }
}
