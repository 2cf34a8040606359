package videochatroom.it.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.Permission;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Looks;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;

/** Before joining one sees and hears oneself, and how full the room is; one press goes in. */
@Tag("browser")
class LobbyIT extends DeployedWar {

    private static final String LEVEL =
            "Number(document.querySelector('call-lobby level-bar').getAttribute('aria-valuenow'))";

    private static final String PLACES = """
            return ["call-stage", "person-picture.own-picture", "call-lobby", "#own-name", "level-bar", "call-controls"]
              .map((selector) => JSON.stringify(document.querySelector(selector).getBoundingClientRect())).join();
            """;

    @RegisterExtension
    final People people = new People();

    @Test
    void theLobbyTellsHowFullTheRoomIsAndOnePressGoesIn() {
        RoomPage alices = RoomPage.approach(people.sitDown(Looks.ALICE), "lobby-state")
                .is("lobby")
                .says("Nobody is in this room yet");
        RoomPage bobs =
                RoomPage.approach(people.sitDown(Looks.BOB), "lobby-state").is("lobby");

        bobs.press("Join").is("waiting");
        alices.says("Somebody is waiting for you");
        // Nobody was let in by looking.
        RoomPage carols =
                RoomPage.open(people.sitDown(Looks.CAROL), "lobby-state").is("connected");
        alices.says("Two people are in this room already");

        bobs.press("Hang up").is("hung-up");
        carols.is("waiting");
        alices.press("Join").is("connected").sees(Looks.CAROL).hears(Looks.CAROL);
        carols.is("connected").sees(Looks.ALICE).hears(Looks.ALICE);
    }

    @Test
    void oneSeesAndHearsOneselfBeforeAnybodyElseDoes() {
        RoomPage alices =
                RoomPage.approach(people.sitDown(Looks.ALICE), "lobby-self").is("lobby");

        alices.shows("the own picture", "document.querySelector('#own-video').videoWidth > 0")
                .shows("the meter move", LEVEL + " > 20");
        alices.press("Mute microphone")
                .hasPressed("Mute microphone", true)
                .press("Join")
                .is("waiting");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "lobby-self").is("connected");
        bobs.sees(Looks.ALICE).hearsNothing();
    }

    @Test
    void theLobbyIsThereBeforeTheDevicesAreAndNothingMovesWhenTheyCome() {
        Person alice = people.sitDown(Looks.ALICE);
        Permission.isAskedOf(alice);
        RoomPage alices = RoomPage.approach(alice, "lobby-asking")
                .is("lobby")
                .says("Please allow the camera and the microphone")
                .says("Nobody is in this room yet")
                .shows("that one cannot join yet", "document.querySelector('call-lobby [type=submit]').disabled");
        Object before = alice.browser().executeScript(PLACES);
        alices.shows("the browser ask", Permission.ASKED)
                .happens(Permission.answered(true))
                .shows("the own picture", "document.querySelector('#own-video').videoWidth > 0");
        assertEquals(before, alice.browser().executeScript(PLACES), "where everything is");
        alices.press("Join").is("waiting");
    }

    @Test
    void whoHasNoDevicesJoinsAllTheSame() {
        Person alice = people.sitDown(People.equipment(Looks.ALICE).withoutDevices());
        RoomPage.approach(alice, "lobby-no-devices")
                .is("lobby")
                .because("no-devices")
                .press("Join")
                .is("waiting");
        RoomPage bobs =
                RoomPage.open(people.sitDown(Looks.BOB), "lobby-no-devices").is("connected");
        RoomPage.of(alice).is("connected").sees(Looks.BOB).hears(Looks.BOB);
        bobs.readsOnTheOther("sends no picture");
    }

    @Test
    void theNameIsRememberedAndTheOtherOneReadsIt() {
        Person alice = people.sitDown(Looks.ALICE);
        RoomPage.approach(alice, "lobby-name").is("lobby").type("Your name", "  Alice   Liddell" + Keys.ENTER);
        RoomPage alices = RoomPage.of(alice).is("waiting");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "lobby-name").is("connected");
        alices.is("connected");
        bobs.readsOnTheOther("Alice Liddell");

        alices.press("Hang up").is("hung-up");
        RoomPage.approach(alice, "lobby-name")
                .is("lobby")
                .shows("the name", "document.querySelector('#own-name').value === 'Alice Liddell'");
    }

    @Test
    void whoWishesSoGoesStraightInTheNextTime() {
        Person alice = people.sitDown(Looks.ALICE);
        RoomPage.approach(alice, "lobby-straight")
                .is("lobby")
                .flick("Go straight in next time")
                .press("Join")
                .is("waiting")
                .press("Hang up")
                .is("hung-up");

        RoomPage alices = RoomPage.approach(alice, "lobby-straight").is("waiting");
        assertFalse(alices.hasButton("Join"));
    }

    @Test
    void whoReloadsInACallIsNotAskedAgain() {
        Person alice = people.sitDown(Looks.ALICE);
        RoomPage.approach(alice, "lobby-reload")
                .is("lobby")
                .press("Join")
                .is("waiting")
                .reload()
                .is("waiting");
    }

    @Test
    void thereIsNoLobbyForARoomThatCannotBe() {
        Person alice = people.sitDown(Looks.ALICE);
        alice.runInEveryPage("history.replaceState(null, '', location.pathname.replace('lobby-none', 'a%20b'));");
        RoomPage.approach(alice, "lobby-none").isBlockedBy("invalid-room-name");
    }

    @Test
    void theSpeakerPlaysATestSound() {
        Person alice = people.sitDown(Looks.ALICE);
        alice.runInEveryPage("""
                const setSinkId = HTMLMediaElement.prototype.setSinkId;
                HTMLMediaElement.prototype.setSinkId = function (id) {
                  (window.sinks ??= []).push(id);
                  return setSinkId.call(this, id);
                };
                """);
        RoomPage.approach(alice, "lobby-tone")
                .is("lobby")
                .happens("document.querySelector('call-lobby details').open = true")
                .choose("Speaker", "Fake Audio Output 2")
                .press("Play a test sound")
                .shows("the end of it", "document.querySelector('call-lobby device-picker').dataset.tone === 'played'")
                .shows(
                        "the tone and later the other one on that speaker",
                        "sinks.filter((id) => id === document.querySelector('call-lobby .speaker-line select').value)"
                                + ".length === 2");
    }
}
