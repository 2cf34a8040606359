package videochatroom.it.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.pages.SecondCamera;
import videochatroom.it.support.BrowserOptions;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.TestIdentity;

/** Devices can be chosen, plugged in and unplugged during a call. */
@Tag("browser")
class DevicesIT extends DeployedWar {

    @RegisterExtension
    final People people = new People();

    @Test
    void anotherCameraIsSeenWithoutANegotiation() {
        Person alice = people.start(TestIdentity.ALICE);
        SecondCamera.of(alice, true);
        RoomPage alices = RoomPage.open(alice, "devices-camera");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "devices-camera");
        bobs.is("connected").sees(TestIdentity.ALICE).seesMotion();
        String before = alice.sdpOrigin();

        alices.is("connected").pressInMenu("Settings").choose("Camera", SecondCamera.LABEL);
        bobs.sees(TestIdentity.CAROL).seesMotion().hears(TestIdentity.ALICE);
        alices.press("Close");

        alices.pressInMenu("Switch camera");
        bobs.sees(TestIdentity.ALICE).seesMotion();
        assertEquals(before, alice.sdpOrigin(), "no negotiation");
    }

    @Test
    void theChoiceIsRemembered() {
        Person alice = people.start(TestIdentity.ALICE);
        SecondCamera.of(alice, true);
        RoomPage.openLobby(alice, "devices-remembered")
                .is("lobby")
                .runScript("document.querySelector('call-lobby details').open = true")
                .choose("Camera", SecondCamera.LABEL)
                .press("Join")
                .is("waiting")
                .reload()
                .is("waiting");

        RoomPage.open(people.start(TestIdentity.BOB), "devices-remembered")
                .is("connected")
                .sees(TestIdentity.CAROL);
    }

    @Test
    void anUnpluggedCameraIsReplacedAndUsedAgainWhenPluggedIn() {
        Person alice = people.start(TestIdentity.ALICE);
        SecondCamera camera = SecondCamera.of(alice, true);
        RoomPage alices = RoomPage.open(alice, "devices-unplugged");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "devices-unplugged");
        alices.is("connected")
                .pressInMenu("Settings")
                .choose("Camera", SecondCamera.LABEL)
                .press("Close");
        bobs.is("connected").sees(TestIdentity.CAROL);

        camera.unplug();
        alices.hasSaid("Now in use:").is("connected");
        bobs.sees(TestIdentity.ALICE).seesMotion().hears(TestIdentity.ALICE);

        camera.plugIn();
        alices.hasSaid("Now in use: " + SecondCamera.LABEL);
        bobs.sees(TestIdentity.CAROL).seesMotion();
    }

    @Test
    void aPluggedInCameraIsAnnouncedAndNotUsed() {
        Person alice = people.start(TestIdentity.ALICE);
        SecondCamera camera = SecondCamera.of(alice, false);
        RoomPage alices = RoomPage.open(alice, "devices-plugged");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "devices-plugged");
        alices.is("connected");

        camera.plugIn();
        alices.hasSaid("Plugged in: " + SecondCamera.LABEL);
        bobs.sees(TestIdentity.ALICE).seesMotion();
    }

    @Test
    void aPluggedInFirstCameraIsUsed() {
        Person alice = people.start(BrowserOptions.of(TestIdentity.ALICE).withoutCamera());
        SecondCamera camera = SecondCamera.of(alice, false);
        RoomPage alices = RoomPage.open(alice, "devices-first");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "devices-first");
        alices.is("connected").because("camera-missing");

        camera.plugIn();
        alices.hasSaid("Now in use: " + SecondCamera.LABEL).because("");
        bobs.sees(TestIdentity.CAROL).hears(TestIdentity.ALICE);
    }

    @Test
    void aCameraThatIsOffStaysOffWhenAnotherIsChosen() {
        Person alice = people.start(TestIdentity.ALICE);
        SecondCamera.of(alice, true);
        RoomPage alices = RoomPage.open(alice, "devices-off");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "devices-off");
        bobs.is("connected").sees(TestIdentity.ALICE);
        alices.is("connected").press("Turn camera off");
        bobs.seesDarkness();

        alices.pressInMenu("Settings")
                .choose("Camera", SecondCamera.LABEL)
                .hasChosen("Camera", SecondCamera.LABEL)
                .press("Close")
                .hasPressed("Turn camera off", true);
        bobs.seesDarkness();
        alices.press("Turn camera off");
        bobs.sees(TestIdentity.CAROL);
    }

    @Test
    void microphoneAndSpeakerAreChosenDuringACall() {
        RoomPage alices = RoomPage.open(people.start(TestIdentity.ALICE), "devices-sound");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "devices-sound");
        bobs.is("connected").hears(TestIdentity.ALICE);

        alices.is("connected")
                .pressInMenu("Settings")
                .choose("Microphone", "Fake Audio Input 1")
                .hasChosen("Microphone", "Fake Audio Input 1")
                .choose("Speaker", "Fake Audio Output 1")
                .shows("the other on that speaker", "document.querySelector('#remote-video').sinkId !== ''");
        bobs.hears(TestIdentity.ALICE);
        alices.hears(TestIdentity.BOB);
    }
}
