package videochatroom.it.room;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Looks;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;

/** Each side sees how the other one is: name, muted, camera off, speaking. */
@Tag("browser")
class PresenceIT extends DeployedWar {

    private static final String OTHER_SPEAKS =
            "document.querySelector('.remote-picture').hasAttribute('data-speaking')";

    @RegisterExtension
    final People people = new People();

    @Test
    void theOtherOnesMuteAndCameraAreShownAndSaid() {
        Person alice = people.sitDown(Looks.ALICE);
        RoomPage alices = RoomPage.open(alice, "presence-state");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "presence-state");
        alices.is("connected").pressInMenu("Settings").type("Your name", "Alice Liddell" + Keys.TAB);
        bobs.is("connected").readsOnTheOther("Alice Liddell");
        alices.press("Close");

        alices.press("Mute microphone");
        bobs.hasSaid("Alice Liddell has muted the microphone").readsOnTheOther("Microphone off");
        alices.press("Turn camera off");
        bobs.hasSaid("has turned the camera off").readsOnTheOther("AL").readsOnTheOther("The camera is off");

        // who comes later is told as well
        bobs.reload().is("connected").readsOnTheOther("Microphone off").readsOnTheOther("The camera is off");
        alices.press("Mute microphone").press("Turn camera off");
        bobs.readsNoMoreOnTheOther("Microphone off")
                .readsNoMoreOnTheOther("The camera is off")
                .sees(Looks.ALICE);
    }

    @Test
    void whoSpeaksIsSeenAndWhoSpeaksWhileMutedIsTold() {
        RoomPage alices = RoomPage.open(people.sitDown(Looks.ALICE), "presence-speech");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "presence-speech");
        alices.is("connected");
        bobs.is("connected").shows("the other one speak", OTHER_SPEAKS);

        alices.press("Mute microphone").says("You are muted");
        bobs.shows("the other one no longer speak", "!" + OTHER_SPEAKS);
        alices.press("Mute microphone")
                .shows("no hint", "!document.querySelector('call-status').innerText.includes('You are muted')");
        bobs.shows("the other one speak", OTHER_SPEAKS);
    }

    @Test
    void spaceIsPushToTalkAndKeysWorkOutsideOfFieldsOnly() {
        RoomPage alices = RoomPage.open(people.sitDown(Looks.ALICE), "presence-keys");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "presence-keys");
        bobs.is("connected").hears(Looks.ALICE);
        alices.is("connected").keys("m").hasPressed("Mute microphone", true);
        bobs.hearsNothing();

        alices.hold(Keys.SPACE).hasPressed("Mute microphone", false);
        bobs.hears(Looks.ALICE);
        alices.letGo(Keys.SPACE).hasPressed("Mute microphone", true);
        bobs.hearsNothing();

        alices.pressInMenu("Settings").type("Your name", "mvs").press("Close");
        alices.hasPressed("Mute microphone", true).hasPressed("Turn camera off", false);
        bobs.readsOnTheOther("mvs");

        alices.keys("?")
                .flick("Use keyboard shortcuts")
                .press("Close")
                .keys("m")
                .hasPressed("Mute microphone", true);
        alices.pressInMenu("Keyboard shortcuts").flick("Use keyboard shortcuts").press("Close");
        alices.keys("m").hasPressed("Mute microphone", false);
        bobs.hears(Looks.ALICE);
    }

    @Test
    void theDurationOfTheCallIsShown() {
        RoomPage alices = RoomPage.open(people.sitDown(Looks.ALICE), "presence-clock");
        RoomPage.open(people.sitDown(Looks.BOB), "presence-clock").is("connected");
        alices.is("connected")
                .shows("the clock go", "/\\b0:0[2-9]/.test(document.querySelector('call-status').innerText)");
    }
}
