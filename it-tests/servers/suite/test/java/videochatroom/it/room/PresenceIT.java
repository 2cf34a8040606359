package videochatroom.it.room;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.TestIdentity;

/** Each side sees the other's state: name, muted, camera off, speaking. */
@Tag("browser")
class PresenceIT extends DeployedWar {

    private static final String OTHER_SPEAKS =
            "document.querySelector('.remote-picture').hasAttribute('data-speaking')";

    @RegisterExtension
    final People people = new People();

    @Test
    void theOthersMuteAndCameraAreShownAndAnnounced() {
        Person alice = people.start(TestIdentity.ALICE);
        RoomPage alices = RoomPage.open(alice, "presence-state");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "presence-state");
        alices.is("connected").pressInMenu("Settings").type("Your name", "Alice Liddell" + Keys.TAB);
        bobs.is("connected").readsOnRemotePicture("Alice Liddell");
        alices.press("Close");

        alices.press("Mute microphone");
        bobs.hasSaid("Alice Liddell has muted the microphone").readsOnRemotePicture("Microphone off");
        alices.press("Turn camera off");
        bobs.hasSaid("has turned the camera off").readsOnRemotePicture("AL").readsOnRemotePicture("The camera is off");

        // also after a reload of the other side
        bobs.reload().is("connected").readsOnRemotePicture("Microphone off").readsOnRemotePicture("The camera is off");
        alices.press("Mute microphone").press("Turn camera off");
        bobs.readsNoLongerOnRemotePicture("Microphone off")
                .readsNoLongerOnRemotePicture("The camera is off")
                .sees(TestIdentity.ALICE);
    }

    @Test
    void twoPeopleOfOneNameCanBeToldApart() {
        RoomPage alices = RoomPage.openLobby(people.start(TestIdentity.ALICE), "presence-names")
                .is("lobby")
                .type("Your name", "Anna")
                .join()
                .is("waiting");
        RoomPage bobs = RoomPage.openLobby(people.start(TestIdentity.BOB), "presence-names")
                .is("lobby")
                .type("Your name", "Anna")
                .join()
                .is("connected");
        String own = "document.querySelector('.own-picture .own-mark').innerText === 'You'";
        bobs.readsOnRemotePicture("Anna (2)").shows("the own side marked", own);
        alices.is("connected").readsOnRemotePicture("Anna (2)").shows("the own side marked", own);
        bobs.press("Mute microphone");
        alices.hasSaid("Anna (2) has muted the microphone");
    }

    @Test
    void speechIsShownAndSpeakingWhileMutedIsHinted() {
        RoomPage alices = RoomPage.open(people.start(TestIdentity.ALICE), "presence-speech");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "presence-speech");
        alices.is("connected");
        bobs.is("connected").shows("the other one speak", OTHER_SPEAKS);

        alices.press("Mute microphone").says("You are muted");
        bobs.shows("the other one no longer speak", "!" + OTHER_SPEAKS);
        alices.press("Mute microphone")
                .shows("no hint", "!document.querySelector('call-status').innerText.includes('You are muted')");
        bobs.shows("the other one speak", OTHER_SPEAKS);
    }

    @Test
    void spaceIsPushToTalkAndShortcutsDoNotWorkInFields() {
        RoomPage alices = RoomPage.open(people.start(TestIdentity.ALICE), "presence-keys");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "presence-keys");
        bobs.is("connected").hears(TestIdentity.ALICE);
        alices.is("connected").keys("m").hasPressed("Mute microphone", true);
        bobs.hearsNothing();

        alices.holdKey(Keys.SPACE).hasPressed("Mute microphone", false);
        bobs.hears(TestIdentity.ALICE);
        alices.releaseKey(Keys.SPACE).hasPressed("Mute microphone", true);
        bobs.hearsNothing();

        alices.pressInMenu("Settings").type("Your name", "mvs").press("Close");
        alices.hasPressed("Mute microphone", true).hasPressed("Turn camera off", false);
        bobs.readsOnRemotePicture("mvs");

        alices.keys("?")
                .toggle("Use keyboard shortcuts")
                .press("Close")
                .keys("m")
                .hasPressed("Mute microphone", true);
        alices.pressInMenu("Keyboard shortcuts")
                .toggle("Use keyboard shortcuts")
                .press("Close");
        alices.keys("m").hasPressed("Mute microphone", false);
        bobs.hears(TestIdentity.ALICE);
    }

    @Test
    void theDurationOfTheCallIsShown() {
        RoomPage alices = RoomPage.open(people.start(TestIdentity.ALICE), "presence-clock");
        RoomPage.open(people.start(TestIdentity.BOB), "presence-clock").is("connected");
        alices.is("connected")
                .shows("the clock go", "/\\b0:0[2-9]/.test(document.querySelector('call-status').innerText)");
    }
}
