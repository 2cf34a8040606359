package videochatroom.it.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.BrowserOptions;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.TestIdentity;

/** A shared screen replaces the camera's picture, and its sound is mixed with the microphone's. */
@Tag("browser")
class SharingIT extends DeployedWar {

    /** The colour of the simulated screen in a browser with simulated devices. */
    private static final Color SCREEN = new Color(0, 136, 0);

    private static final String SENT =
            "__connections.at(-1).getSenders().find(({ track }) => track?.kind === 'video').track";

    @RegisterExtension
    final People people = new People();

    @Test
    void theOtherSeesTheScreenAndThenTheCameraAgain() {
        Person alice = people.start(TestIdentity.ALICE);
        RoomPage alices = RoomPage.open(alice, "sharing-screen");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "sharing-screen");
        bobs.is("connected").sees(TestIdentity.ALICE);
        String before = alice.sdpOrigin();

        alices.is("connected")
                .press("Share screen")
                .hasPressed("Share screen", true)
                .says("sees your screen");
        bobs.hasSaid("shares a screen")
                .sees(SCREEN)
                .seesMotion()
                .shows("the whole screen", "document.querySelector('#remote-video').classList.contains('whole')");
        alices.shows("the content hint for text", SENT + ".contentHint === 'detail'")
                .shows("that the own screen is not mirrored", "!document.querySelector('#own-video.mirrored')");

        alices.press("Share screen").hasPressed("Share screen", false);
        bobs.hasSaid("no longer shares a screen").sees(TestIdentity.ALICE).seesMotion();
        assertEquals(before, alice.sdpOrigin(), "no negotiation");
    }

    @Test
    void theBrowsersOwnBarStopsSharing() {
        RoomPage alices = RoomPage.open(people.start(TestIdentity.ALICE), "sharing-bar");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "sharing-bar");
        alices.is("connected").press("Share screen");
        bobs.is("connected").sees(SCREEN);

        alices.runScript("const screen = " + SENT + "; screen.stop(); screen.dispatchEvent(new Event('ended'));")
                .hasSaid("no longer shared")
                .hasPressed("Share screen", false);
        bobs.sees(TestIdentity.ALICE).seesMotion();
    }

    @Test
    void theScreensSoundIsHeardWhileTheMicrophoneIsMuted() {
        RoomPage alices = RoomPage.open(people.start(TestIdentity.ALICE), "sharing-sound");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "sharing-sound");
        bobs.is("connected").hears(TestIdentity.ALICE);
        alices.is("connected").press("Mute microphone");
        bobs.hearsNothing();

        alices.press("Share screen");
        bobs.hearsSomething();
        alices.press("Share screen");
        bobs.hearsNothing();
        alices.press("Mute microphone");
        bobs.hears(TestIdentity.ALICE);
    }

    @Test
    void sharingWorksWithoutACamera() {
        RoomPage alices =
                RoomPage.open(people.start(BrowserOptions.of(TestIdentity.ALICE).withoutCamera()), "sharing-no-camera");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "sharing-no-camera");
        bobs.is("connected").seesDarkness();
        alices.is("connected").runScript("""
                navigator.mediaDevices.getDisplayMedia = async () => {
                  const canvas = document.createElement("canvas");
                  Object.assign(canvas, { width: 640, height: 360 });
                  setInterval(() => {
                    const context = canvas.getContext("2d");
                    context.fillStyle = "rgb(0 136 0)";
                    context.fillRect(0, 0, 640, 360);
                  }, 40);
                  return canvas.captureStream(25);
                };
                """).press("Share screen");
        bobs.sees(SCREEN).hears(TestIdentity.ALICE);
        alices.press("Share screen");
        bobs.readsOnRemotePicture("sends no picture");
    }

    @Test
    void cancellingTheChoiceChangesNothing() {
        RoomPage alices = RoomPage.open(people.start(TestIdentity.ALICE), "sharing-none");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "sharing-none");
        bobs.is("connected");
        alices.is("connected")
                .runScript("navigator.mediaDevices.getDisplayMedia = () =>"
                        + " Promise.reject(new DOMException('made up by the test', 'NotAllowedError'));")
                .press("Share screen")
                .hasPressed("Share screen", false)
                .is("connected");
        bobs.sees(TestIdentity.ALICE).seesMotion();
    }
}
