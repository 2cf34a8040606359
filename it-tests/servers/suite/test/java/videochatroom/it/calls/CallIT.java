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
import videochatroom.it.support.Looks;
import videochatroom.it.support.Patience;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.Project;
import videochatroom.it.support.Server;

/** Two people in one room see and hear each other, and nobody else. */
@Tag("browser")
class CallIT extends DeployedWar {

    private static final Pattern REQUESTED = Pattern.compile(
            "\"method\":\"Network\\.(?:requestWillBeSent|webSocketCreated)\".*?\"url\":\"((?:https?|wss?):[^\"]+)\"");

    @RegisterExtension
    final People people = new People();

    @Test
    @Tag("one-call")
    void twoPeopleSeeAndHearEachOther() {
        Person alice = people.sitDown(People.equipment(Looks.ALICE).watchingNetwork());
        Person bob = people.sitDown(Looks.BOB);
        RoomPage alices = RoomPage.open(alice, "calls-two").is("waiting");
        RoomPage bobs = RoomPage.open(bob, "calls-two");

        alices.is("connected").sees(Looks.BOB).hears(Looks.BOB).seesThePictureMove();
        bobs.is("connected").sees(Looks.ALICE).hears(Looks.ALICE).seesThePictureMove();

        alice.screenshot(Project.target("screenshots", "call-alice.png"));
        bob.screenshot(Project.target("screenshots", "call-bob.png"));
        assertEquals(Set.of(Server.base().getAuthority()), hostsAskedBy(alice), "hosts that the page asked");
    }

    @Test
    void mutingAndTheCameraSwitchShowAtTheOther() {
        RoomPage alices =
                RoomPage.open(people.sitDown(Looks.ALICE), "calls-mute").is("waiting");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "calls-mute");
        bobs.is("connected").sees(Looks.ALICE).hears(Looks.ALICE);
        alices.is("connected");

        alices.hasPressed("Mute microphone", false).press("Mute microphone").hasPressed("Mute microphone", true);
        bobs.hearsNothing().sees(Looks.ALICE);
        alices.press("Mute microphone").hasPressed("Mute microphone", false);
        bobs.hears(Looks.ALICE);

        alices.press("Turn camera off").hasPressed("Turn camera off", true);
        bobs.seesDarkness().hears(Looks.ALICE);
        alices.press("Turn camera off").hasPressed("Turn camera off", false);
        bobs.sees(Looks.ALICE);
    }

    /** Firefox's does at times, for ever; what that looks like for the page is played to it. */
    @Test
    void aConnectionWhoseEncryptionFailedIsReplaced() {
        Person bob = people.sitDown(Looks.BOB);
        RoomPage alices =
                RoomPage.open(people.sitDown(Looks.ALICE), "calls-encryption").is("waiting");
        RoomPage bobs = RoomPage.open(bob, "calls-encryption").is("connected").sees(Looks.ALICE);
        alices.is("connected").sees(Looks.BOB);

        bob.browser().executeScript("""
                const connection = window.__connections.at(-1);
                const transport = connection.sctp.transport;
                Object.defineProperty(transport, "state", { value: "failed" });
                Object.defineProperty(connection, "connectionState", { value: "failed" });
                connection.dispatchEvent(new Event("connectionstatechange"));
                """);
        assertReplaced(bob);
        bobs.is("connected").sees(Looks.ALICE).hears(Looks.ALICE).seesThePictureMove();
        alices.is("connected").sees(Looks.BOB).hears(Looks.BOB).seesThePictureMove();
    }

    @Test
    void twoRoomsNeverMix() {
        RoomPage alices = RoomPage.open(people.sitDown(Looks.ALICE), "calls-north");
        RoomPage carols = RoomPage.open(people.sitDown(Looks.CAROL), "calls-south");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "Calls-North");
        RoomPage daves = RoomPage.open(people.sitDown(Looks.DAVE), "Calls-South");

        alices.is("connected").sees(Looks.BOB).hears(Looks.BOB);
        bobs.is("connected").sees(Looks.ALICE).hears(Looks.ALICE);
        carols.is("connected").sees(Looks.DAVE).hears(Looks.DAVE);
        daves.is("connected").sees(Looks.CAROL).hears(Looks.CAROL);
    }

    @Test
    void theThirdIsTurnedAwayAndComesInOnceASeatIsFree() {
        RoomPage alices =
                RoomPage.open(people.sitDown(Looks.ALICE), "calls-third").is("waiting");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "calls-third");
        alices.is("connected");
        bobs.is("connected");
        RoomPage carols =
                RoomPage.open(people.sitDown(Looks.CAROL), "calls-third").is("room-full");
        alices.sees(Looks.BOB).seesThePictureMove();

        bobs.press("Hang up").is("hung-up");
        carols.is("connected").sees(Looks.ALICE);
        alices.is("connected").sees(Looks.CAROL).hears(Looks.CAROL).seesThePictureMove();
    }

    @Test
    void theLandingPageLeadsToACallUnderWhateverPathTheWarHas() {
        for (URI base : Set.of(Server.base(), Server.baseOfOtherName())) {
            Person alice = people.sitDown(Looks.ALICE);
            Person bob = people.sitDown(Looks.BOB);
            LandingPage landing = LandingPage.open(alice, base);
            assertFalse(landing.suggestedName().isBlank());
            RoomPage alices = landing.type("Calls-Landing")
                    .start()
                    .is("lobby")
                    .press("Join")
                    .is("waiting");
            RoomPage bobs = RoomPage.open(bob, URI.create(alice.browser().getCurrentUrl()));

            alices.is("connected").sees(Looks.BOB);
            bobs.is("connected").sees(Looks.ALICE);
            people.leave(alice);
            people.leave(bob);
        }
    }

    private static void assertReplaced(Person person) {
        Patience.until(
                person.name() + " to have another connection",
                () -> Boolean.TRUE.equals(person.browser().executeScript("return window.__connections.length > 1")),
                () -> "the same as before");
    }

    private static Set<String> hostsAskedBy(Person person) {
        Set<String> hosts = new TreeSet<>();
        for (String message : person.network()) {
            var requested = REQUESTED.matcher(message);
            while (requested.find()) {
                hosts.add(URI.create(requested.group(1)).getAuthority());
            }
        }
        return hosts;
    }
}
