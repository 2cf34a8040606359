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
import videochatroom.it.support.BrowserOptions;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.TestIdentity;

/** Before joining, the lobby shows the own picture and sound level and how full the room is. */
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
    void theLobbyShowsTheOccupancyAndOnePressJoins() {
        RoomPage alices = RoomPage.openLobby(people.start(TestIdentity.ALICE), "lobby-state")
                .is("lobby")
                .says("Nobody is in this room yet");
        RoomPage bobs = RoomPage.openLobby(people.start(TestIdentity.BOB), "lobby-state")
                .is("lobby");

        bobs.press("Join").is("waiting");
        alices.says("Somebody is waiting for you");
        // looking at the room has taken no seat
        RoomPage carols =
                RoomPage.open(people.start(TestIdentity.CAROL), "lobby-state").is("connected");
        alices.says("Two people are in this room already");

        bobs.press("Hang up").is("hung-up");
        carols.is("waiting");
        alices.press("Join").is("connected").sees(TestIdentity.CAROL).hears(TestIdentity.CAROL);
        carols.is("connected").sees(TestIdentity.ALICE).hears(TestIdentity.ALICE);
    }

    @Test
    void theLobbyShowsTheOwnPictureAndSoundLevel() {
        RoomPage alices = RoomPage.openLobby(people.start(TestIdentity.ALICE), "lobby-self")
                .is("lobby");

        alices.shows("the own picture", "document.querySelector('#own-video').videoWidth > 0")
                .shows("the meter move", LEVEL + " > 20");
        alices.press("Mute microphone")
                .hasPressed("Mute microphone", true)
                .press("Join")
                .is("waiting");
        RoomPage bobs =
                RoomPage.open(people.start(TestIdentity.BOB), "lobby-self").is("connected");
        bobs.sees(TestIdentity.ALICE).hearsNothing();
    }

    @Test
    void theLobbyIsShownBeforeTheDevicesAndItsLayoutIsStable() {
        Person alice = people.start(TestIdentity.ALICE);
        Permission.isAskedOf(alice);
        RoomPage alices = RoomPage.openLobby(alice, "lobby-asking")
                .is("lobby")
                .says("Please allow the camera and the microphone")
                .says("Nobody is in this room yet")
                .shows(
                        "that joining is not possible yet",
                        "document.querySelector('call-lobby [type=submit]').disabled");
        Object before = alice.browser().executeScript(PLACES);
        alices.shows("the permission prompt", Permission.ASKED)
                .runScript(Permission.answered(true))
                .shows("the own picture", "document.querySelector('#own-video').videoWidth > 0");
        assertEquals(before, alice.browser().executeScript(PLACES), "the positions of the elements");
        alices.press("Join").is("waiting");
    }

    @Test
    void aPersonWithoutDevicesCanJoin() {
        Person alice = people.start(BrowserOptions.of(TestIdentity.ALICE).withoutDevices());
        RoomPage.openLobby(alice, "lobby-no-devices")
                .is("lobby")
                .because("no-devices")
                .press("Join")
                .is("waiting");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "lobby-no-devices")
                .is("connected");
        RoomPage.of(alice).is("connected").sees(TestIdentity.BOB).hears(TestIdentity.BOB);
        bobs.readsOnRemotePicture("sends no picture");
    }

    @Test
    void theNameIsRememberedAndShownToTheOther() {
        Person alice = people.start(TestIdentity.ALICE);
        RoomPage.openLobby(alice, "lobby-name").is("lobby").type("Your name", "  Alice   Liddell" + Keys.ENTER);
        RoomPage alices = RoomPage.of(alice).is("waiting");
        RoomPage bobs =
                RoomPage.open(people.start(TestIdentity.BOB), "lobby-name").is("connected");
        alices.is("connected");
        bobs.readsOnRemotePicture("Alice Liddell");

        alices.press("Hang up").is("hung-up");
        RoomPage.openLobby(alice, "lobby-name")
                .is("lobby")
                .shows("the name", "document.querySelector('#own-name').value === 'Alice Liddell'");
    }

    @Test
    void theLobbyCanBeSkippedNextTime() {
        Person alice = people.start(TestIdentity.ALICE);
        RoomPage.openLobby(alice, "lobby-straight")
                .is("lobby")
                .toggle("Go straight in next time")
                .press("Join")
                .is("waiting")
                .press("Hang up")
                .is("hung-up");

        RoomPage alices = RoomPage.openLobby(alice, "lobby-straight").is("waiting");
        assertFalse(alices.hasButton("Join"));
    }

    @Test
    void aReloadDuringACallSkipsTheLobby() {
        Person alice = people.start(TestIdentity.ALICE);
        RoomPage.openLobby(alice, "lobby-reload")
                .is("lobby")
                .press("Join")
                .is("waiting")
                .reload()
                .is("waiting");
    }

    @Test
    void thereIsNoLobbyForAnInvalidRoomName() {
        Person alice = people.start(TestIdentity.ALICE);
        alice.runInEveryPage("history.replaceState(null, '', location.pathname.replace('lobby-none', 'a%20b'));");
        RoomPage.openLobby(alice, "lobby-none").isBlockedBy("invalid-room-name");
    }

    @Test
    void theSpeakerPlaysATestSound() {
        Person alice = people.start(TestIdentity.ALICE);
        alice.runInEveryPage("""
                const setSinkId = HTMLMediaElement.prototype.setSinkId;
                HTMLMediaElement.prototype.setSinkId = function (id) {
                  (window.sinks ??= []).push(id);
                  return setSinkId.call(this, id);
                };
                """);
        RoomPage.openLobby(alice, "lobby-tone")
                .is("lobby")
                .runScript("document.querySelector('call-lobby details').open = true")
                .choose("Speaker", "Fake Audio Output 2")
                .press("Play a test sound")
                .shows(
                        "the end of the sound",
                        "document.querySelector('call-lobby device-picker').dataset.tone === 'played'")
                .shows(
                        "the test sound and later the other participant on that speaker",
                        "sinks.filter((id) => id === document.querySelector('call-lobby .speaker-line select').value)"
                                + ".length === 2");
    }
}
