package videochatroom.it.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.pages.SecondCamera;
import videochatroom.it.support.Looks;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;

/** Devices are chosen, plugged in and pulled out in the midst of a call, and it goes on. */
@Tag("browser")
class DevicesIT extends DeployedWar {

    @RegisterExtension
    final People people = new People();

    @Test
    void anotherCameraIsSeenAtOnceWithoutANegotiation() {
        Person alice = people.sitDown(Looks.ALICE);
        SecondCamera.of(alice, true);
        RoomPage alices = RoomPage.open(alice, "devices-camera");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "devices-camera");
        bobs.is("connected").sees(Looks.ALICE).seesThePictureMove();
        String before = negotiation(alice);

        alices.is("connected").pressInMenu("Settings").choose("Camera", SecondCamera.LABEL);
        bobs.sees(Looks.CAROL).seesThePictureMove().hears(Looks.ALICE);
        alices.press("Close");

        alices.pressInMenu("Switch camera");
        bobs.sees(Looks.ALICE).seesThePictureMove();
        assertEquals(before, negotiation(alice), "no negotiation");
    }

    @Test
    void theChoiceIsRemembered() {
        Person alice = people.sitDown(Looks.ALICE);
        SecondCamera.of(alice, true);
        RoomPage.approach(alice, "devices-remembered")
                .is("lobby")
                .happens("document.querySelector('call-lobby details').open = true")
                .choose("Camera", SecondCamera.LABEL)
                .press("Join")
                .is("waiting")
                .reload()
                .is("waiting");

        RoomPage.open(people.sitDown(Looks.BOB), "devices-remembered")
                .is("connected")
                .sees(Looks.CAROL);
    }

    @Test
    void aCameraThatIsPulledOutGivesWayToAnotherAndIsTakenAgainWhenItIsBack() {
        Person alice = people.sitDown(Looks.ALICE);
        SecondCamera camera = SecondCamera.of(alice, true);
        RoomPage alices = RoomPage.open(alice, "devices-unplugged");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "devices-unplugged");
        alices.is("connected")
                .pressInMenu("Settings")
                .choose("Camera", SecondCamera.LABEL)
                .press("Close");
        bobs.is("connected").sees(Looks.CAROL);

        camera.pullOut();
        alices.hasSaid("Now in use:").is("connected");
        bobs.sees(Looks.ALICE).seesThePictureMove().hears(Looks.ALICE);

        camera.plugIn();
        alices.hasSaid("Now in use: " + SecondCamera.LABEL);
        bobs.sees(Looks.CAROL).seesThePictureMove();
    }

    @Test
    void aCameraThatIsPluggedInIsOfferedAndNotTaken() {
        Person alice = people.sitDown(Looks.ALICE);
        SecondCamera camera = SecondCamera.of(alice, false);
        RoomPage alices = RoomPage.open(alice, "devices-plugged");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "devices-plugged");
        alices.is("connected");

        camera.plugIn();
        alices.hasSaid("Plugged in: " + SecondCamera.LABEL);
        bobs.sees(Looks.ALICE).seesThePictureMove();
    }

    @Test
    void aCameraThatIsPluggedInWhereThereWasNoneIsTaken() {
        Person alice = people.sitDown(People.equipment(Looks.ALICE).withoutCamera());
        SecondCamera camera = SecondCamera.of(alice, false);
        RoomPage alices = RoomPage.open(alice, "devices-first");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "devices-first");
        alices.is("connected").because("camera-missing");

        camera.plugIn();
        alices.hasSaid("Now in use: " + SecondCamera.LABEL).because("");
        bobs.sees(Looks.CAROL).hears(Looks.ALICE);
    }

    @Test
    void aCameraThatIsOffStaysOffWhenItIsExchanged() {
        Person alice = people.sitDown(Looks.ALICE);
        SecondCamera.of(alice, true);
        RoomPage alices = RoomPage.open(alice, "devices-off");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "devices-off");
        bobs.is("connected").sees(Looks.ALICE);
        alices.is("connected").press("Turn camera off");
        bobs.seesDarkness();

        alices.pressInMenu("Settings")
                .choose("Camera", SecondCamera.LABEL)
                .hasChosen("Camera", SecondCamera.LABEL)
                .press("Close")
                .hasPressed("Turn camera off", true);
        bobs.seesDarkness();
        alices.press("Turn camera off");
        bobs.sees(Looks.CAROL);
    }

    @Test
    void microphoneAndSpeakerAreChosenInMidCall() {
        RoomPage alices = RoomPage.open(people.sitDown(Looks.ALICE), "devices-sound");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "devices-sound");
        bobs.is("connected").hears(Looks.ALICE);

        alices.is("connected")
                .pressInMenu("Settings")
                .choose("Microphone", "Fake Audio Input 1")
                .hasChosen("Microphone", "Fake Audio Input 1")
                .choose("Speaker", "Fake Audio Output 1")
                .shows("the other on that speaker", "document.querySelector('#remote-video').sinkId !== ''");
        bobs.hears(Looks.ALICE);
        alices.hears(Looks.BOB);
    }

    /** What changes with each negotiation: the version in the description's origin (RFC 8866, section 5.2). */
    private static String negotiation(Person person) {
        return String.valueOf(
                person.browser().executeScript("return __connections.at(-1).localDescription.sdp.match(/^o=.*$/m)[0]"));
    }
}
