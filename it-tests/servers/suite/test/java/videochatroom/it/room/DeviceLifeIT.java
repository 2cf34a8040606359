package videochatroom.it.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.LocalTracks;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.TestIdentity;

/** Devices have a life of their own: what the page shows and tells the other side follows it. */
@Tag("browser")
class DeviceLifeIT extends DeployedWar {

    private static final String NO_CAMERA_IS_OPEN = LocalTracks.live("camera") + " === 0";

    @RegisterExtension
    final People people = new People();

    @Test
    void aCameraThatIsOffIsClosedAndOpensAgain() {
        Person alice = alice();
        RoomPage alices = RoomPage.open(alice, "life-off");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "life-off")
                .is("connected")
                .sees(TestIdentity.ALICE);
        alices.is("connected")
                .sees(TestIdentity.BOB)
                .press("Turn camera off")
                .shows("no open camera", NO_CAMERA_IS_OPEN);
        bobs.hasSaid("turned the camera off").seesDarkness();
        String before = alice.sdpOrigin();
        alices.press("Turn camera off").hasPressed("Turn camera off", false);
        bobs.hasSaid("turned the camera on").sees(TestIdentity.ALICE).seesMotion();
        assertEquals(before, alice.sdpOrigin(), "no negotiation");

        alices.press("Turn camera off")
                .shows("no open camera", NO_CAMERA_IS_OPEN)
                .reload()
                .is("connected");
        alices.shows("that the reload opens no camera", LocalTracks.tracks("camera") + ".length === 0");
        alices.press("Turn camera off");
        bobs.sees(TestIdentity.ALICE).seesMotion();
    }

    @Test
    void aCameraThatIsOffIsNoPictureThatStandsStill() {
        RoomPage alices = RoomPage.open(alice(), "life-still");
        RoomPage bobs =
                RoomPage.open(people.start(TestIdentity.BOB), "life-still").is("connected");
        bobs.sees(TestIdentity.ALICE)
                .runScript(
                        "new MutationObserver(() => window.__weak ||= document.querySelector('main').dataset.quality === 'weak')"
                                + ".observe(document.querySelector('main'), { attributes: true })");
        alices.is("connected").press("Turn camera off").shows("no open camera", NO_CAMERA_IS_OPEN);
        bobs.runScript("window.__closedAt = performance.now()")
                .shows("five seconds of it", "performance.now() - window.__closedAt > 5000")
                .shows("no complaint", "window.__weak !== true");
    }

    @Test
    void noCameraIsOpenWhileOnlySoundIsSent() {
        Person bob = people.start(TestIdentity.BOB);
        bob.runInEveryPage(LocalTracks.WATCHED);
        RoomPage alices = RoomPage.open(alice(), "life-sound");
        RoomPage bobs = RoomPage.open(bob, "life-sound").is("connected").sees(TestIdentity.ALICE);
        alices.is("connected")
                .sees(TestIdentity.BOB)
                .pressInMenu("Settings")
                .choose("Data use", "Sound only")
                .press("Close");
        alices.shows("no open camera", NO_CAMERA_IS_OPEN);
        bobs.shows("no open camera", NO_CAMERA_IS_OPEN).hears(TestIdentity.ALICE);
        alices.pressInMenu("Settings").choose("Data use", "Best quality").press("Close");
        bobs.sees(TestIdentity.ALICE).seesMotion();
        alices.is("connected").sees(TestIdentity.BOB).seesMotion();
    }

    @Test
    void aMutedMicrophoneIsClosedIfThePersonWantsThat() {
        RoomPage alices = RoomPage.open(alice(), "life-muted");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "life-muted")
                .is("connected")
                .hears(TestIdentity.ALICE);
        alices.press("Mute microphone").hasPressed("Mute microphone", true);
        bobs.hearsNothing();
        alices.shows("that the microphone is open", LocalTracks.live("microphone") + " > 0")
                .pressInMenu("Settings")
                .toggle("Close the microphone while muted")
                .press("Close")
                .shows("that it is closed", LocalTracks.live("microphone") + " === 0")
                .press("Mute microphone");
        bobs.hears(TestIdentity.ALICE);
    }

    /** A stand-in: no system mutes the simulated devices. */
    @Test
    void whatTheSystemMutesIsSaidOnBothSides() {
        RoomPage alices = RoomPage.open(alice(), "life-interrupted");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "life-interrupted")
                .is("connected");
        alices.runScript(systemMutes("microphone", true)).says("Your system has muted the microphone");
        bobs.hasSaid("has muted the microphone");
        alices.runScript(systemMutes("microphone", false));
        bobs.hasSaid("can be heard again");
        alices.runScript(systemMutes("camera", true)).says("Your system has paused the camera");
        bobs.hasSaid("turned the camera off");
        alices.runScript(systemMutes("camera", false));
        bobs.hasSaid("turned the camera on").sees(TestIdentity.ALICE);
    }

    /** A stand-in: nothing ends the simulated devices, as the sleep of a system does. */
    @Test
    void aCameraThatTheSystemEndsIsOpenedAgain() {
        RoomPage alices = RoomPage.open(alice(), "life-ended");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "life-ended")
                .is("connected")
                .sees(TestIdentity.ALICE);
        alices.runScript("for (const track of " + LocalTracks.tracks("camera")
                + ") { track.stop(); track.dispatchEvent(new Event('ended')); }");
        bobs.sees(TestIdentity.ALICE).seesMotion();
        alices.shows("one open camera", LocalTracks.live("camera") + " === 1");
    }

    @Test
    void theOthersPictureGoesOnWhateverPausesIt() {
        RoomPage alices = RoomPage.open(alice(), "life-paused");
        RoomPage.open(people.start(TestIdentity.BOB), "life-paused").is("connected");
        String video = "document.querySelector('#remote-video')";
        String button = "document.querySelector('.play-sound')";
        alices.is("connected")
                .sees(TestIdentity.BOB)
                .runScript(video + ".pause()")
                .shows("that it plays", "!" + video + ".paused");
        alices.runScript(video + ".pause()")
                .shows(
                        "the offer to go on",
                        "!" + button + ".hidden && " + button + ".title === 'Continue picture and sound'")
                .press("Continue picture and sound")
                .seesMotion();
        alices.runScript(video + ".muted = true")
                .shows("the offer of sound", "!" + button + ".hidden && " + button + ".title === 'Play sound'")
                .press("Play sound")
                .hears(TestIdentity.BOB)
                .shows("no offer", button + ".hidden");
    }

    private Person alice() {
        Person person = people.start(TestIdentity.ALICE);
        person.runInEveryPage(LocalTracks.WATCHED);
        return person;
    }

    private static String systemMutes(String kind, boolean muted) {
        return """
                for (const track of %s) {
                  Object.defineProperty(track, "muted", { configurable: true, value: %s });
                  track.dispatchEvent(new Event("%s"));
                }""".formatted(LocalTracks.tracks(kind), muted, muted ? "mute" : "unmute");
    }
}
