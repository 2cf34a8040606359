package videochatroom.it.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Looks;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;

/** A screen takes the place of the camera, with its sound beside the microphone's, and the camera comes back. */
@Tag("browser")
class SharingIT extends DeployedWar {

    /** What the browser shows for a screen where it is asked for none of a real one. */
    private static final Color SCREEN = new Color(0, 136, 0);

    private static final String SENT =
            "__connections.at(-1).getSenders().find(({ track }) => track?.kind === 'video').track";

    @RegisterExtension
    final People people = new People();

    @Test
    void theOtherOneSeesTheScreenAndThenTheCameraAgain() {
        Person alice = people.sitDown(Looks.ALICE);
        RoomPage alices = RoomPage.open(alice, "sharing-screen");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "sharing-screen");
        bobs.is("connected").sees(Looks.ALICE);
        String before = description(alice);

        alices.is("connected")
                .press("Share screen")
                .hasPressed("Share screen", true)
                .says("sees your screen");
        bobs.hasSaid("shares a screen")
                .sees(SCREEN)
                .seesThePictureMove()
                .shows("all of it", "document.querySelector('#remote-video').classList.contains('whole')");
        alices.shows("letters kept sharp", SENT + ".contentHint === 'detail'")
                .shows("the own screen not mirrored", "!document.querySelector('#own-video.mirrored')");

        alices.press("Share screen").hasPressed("Share screen", false);
        bobs.hasSaid("no longer shares a screen").sees(Looks.ALICE).seesThePictureMove();
        assertEquals(before, description(alice), "no negotiation");
    }

    @Test
    void theBrowsersOwnBarEndsIt() {
        RoomPage alices = RoomPage.open(people.sitDown(Looks.ALICE), "sharing-bar");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "sharing-bar");
        alices.is("connected").press("Share screen");
        bobs.is("connected").sees(SCREEN);

        alices.happens("const screen = " + SENT + "; screen.stop(); screen.dispatchEvent(new Event('ended'));")
                .hasSaid("no longer shared")
                .hasPressed("Share screen", false);
        bobs.sees(Looks.ALICE).seesThePictureMove();
    }

    @Test
    void theScreensSoundIsHeardAlsoWhileTheMicrophoneIsMuted() {
        RoomPage alices = RoomPage.open(people.sitDown(Looks.ALICE), "sharing-sound");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "sharing-sound");
        bobs.is("connected").hears(Looks.ALICE);
        alices.is("connected").press("Mute microphone");
        bobs.hearsNothing();

        alices.press("Share screen");
        bobs.hearsSomething();
        alices.press("Share screen");
        bobs.hearsNothing();
        alices.press("Mute microphone");
        bobs.hears(Looks.ALICE);
    }

    @Test
    void whoHasNoCameraSharesAllTheSame() {
        RoomPage alices =
                RoomPage.open(people.sitDown(People.equipment(Looks.ALICE).withoutCamera()), "sharing-no-camera");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "sharing-no-camera");
        bobs.is("connected").seesDarkness();
        alices.is("connected").happens("""
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
        bobs.sees(SCREEN).hears(Looks.ALICE);
        alices.press("Share screen");
        bobs.readsOnTheOther("sends no picture");
    }

    @Test
    void whoChoosesNoScreenGoesOnAsBefore() {
        RoomPage alices = RoomPage.open(people.sitDown(Looks.ALICE), "sharing-none");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "sharing-none");
        bobs.is("connected");
        alices.is("connected")
                .happens("navigator.mediaDevices.getDisplayMedia = () =>"
                        + " Promise.reject(new DOMException('made up by the test', 'NotAllowedError'));")
                .press("Share screen")
                .hasPressed("Share screen", false)
                .is("connected");
        bobs.sees(Looks.ALICE).seesThePictureMove();
    }

    private static String description(Person person) {
        return String.valueOf(
                person.browser().executeScript("return __connections.at(-1).localDescription.sdp.match(/^o=.*$/m)[0]"));
    }
}
