package videochatroom.it.room;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.TestIdentity;

/** The arrangement of the two pictures, full screen and picture in picture. */
@Tag("browser")
class StageIT extends DeployedWar {

    private static final String OWN_IS_LARGE =
            "document.querySelector('#own-video').clientWidth > document.querySelector('#remote-video').clientWidth";

    private static final String FLOATING = "documentPictureInPicture.window?.document";

    @RegisterExtension
    final People people = new People();

    private Person alice;
    private RoomPage alices;
    private RoomPage bobs;

    @BeforeEach
    void call(TestInfo test) {
        String room = "stage-" + test.getTestMethod().orElseThrow().getName();
        alice = people.start(TestIdentity.ALICE);
        alice.runInEveryPage("""
                const request = WakeLock.prototype.request;
                window.wakeLocks = 0;
                WakeLock.prototype.request = async function (type) {
                  const lock = await request.call(this, type);
                  wakeLocks++;
                  lock.addEventListener("release", () => wakeLocks--);
                  return lock;
                };
                """);
        alices = RoomPage.open(alice, room);
        bobs = RoomPage.open(people.start(TestIdentity.BOB), room);
        alices.is("connected").sees(TestIdentity.BOB);
        bobs.is("connected");
    }

    @Test
    void thePicturesCanBeSwapped() {
        alices.shows("the other picture large", "!(" + OWN_IS_LARGE + ")");
        alices.press("Swap the two pictures")
                .shows("the own picture large", OWN_IS_LARGE)
                .sees(TestIdentity.BOB);
        alices.pressInMenu("Swap the two pictures").shows("the other picture large", "!(" + OWN_IS_LARGE + ")");
        alices.keys("w").shows("the own picture large", OWN_IS_LARGE);

        bobs.press("Hang up").is("hung-up");
        alices.is("waiting").shows("nothing swapped", "!document.querySelector('[data-swapped]')");
    }

    @Test
    void theSmallPictureMovesByPointerKeyAndMenu() {
        WebElement small = alice.browser().findElement(By.cssSelector("small-picture button"));
        new Actions(alice.browser()).dragAndDropBy(small, -700, 0).perform();
        alices.shows("the small picture at the left", corner("bottom-left"))
                .shows("nothing swapped", "!(" + OWN_IS_LARGE + ")");

        small.sendKeys(Keys.ARROW_UP);
        alices.shows("the small picture at the top", corner("top-left"));
        alices.pressInMenu("Move the small picture").shows("the small picture at the right", corner("top-right"));
        assertTrue(
                small.getLocation().getX()
                        > alice.browser().manage().window().getSize().getWidth() / 2,
                "the visible position");
    }

    @Test
    void fullScreenWorksAndTheScreenStaysOn() {
        alices.keys("f").shows("full screen", "document.fullscreenElement !== null");
        alices.pressInMenu("Full screen").shows("no full screen", "document.fullscreenElement === null");

        alices.shows("a wake lock", "wakeLocks === 1");
        bobs.press("Hang up").is("hung-up");
        alices.is("waiting")
                .shows("a wake lock for the waiting", "wakeLocks === 1")
                .press("Hang up")
                .is("hung-up")
                .shows("no wake lock", "wakeLocks === 0");
    }

    @Test
    void pictureInPictureShowsTheOtherAndTheButtons() {
        alices.pressInMenu("Picture in picture")
                .shows("a picture in the window", FLOATING + ".querySelector('video').videoWidth > 0")
                .runScript(FLOATING + ".querySelector('button[aria-label=\"Mute microphone\"]').click()")
                .hasPressed("Mute microphone", true)
                .shows("the pressed button in the window", FLOATING + ".querySelector('[aria-pressed=true]') !== null");
        bobs.hearsNothing();

        bobs.press("Hang up").is("hung-up");
        alices.is("waiting").shows("no window", "documentPictureInPicture.window === null");
    }

    /**
     * Browsers freeze hidden pages, and pause what these play. The page must be visible here, or it is thawed at once.
     */
    @Test
    void aPageThatWasFrozenSeesTheOtherAgain() {
        setLifecycle("frozen");
        bobs.runScript("window.__frozenAt = performance.now()")
                .shows("six seconds of it", "performance.now() - window.__frozenAt > 6000");
        setLifecycle("active");
        alices.is("connected").seesMotion().sees(TestIdentity.BOB);
        bobs.is("connected").sees(TestIdentity.ALICE).seesMotion();
    }

    private void setLifecycle(String state) {
        alice.browser().executeCdpCommand("Page.setWebLifecycleState", Map.of("state", state));
    }

    @Test
    void nothingIsCutOffOnAPhone() {
        alice.browser().manage().window().setSize(new Dimension(500, 800));
        for (int width : new int[] {320, 390}) {
            alice.browser()
                    .executeCdpCommand(
                            "Emulation.setDeviceMetricsOverride",
                            java.util.Map.of("width", width, "height", 700, "deviceScaleFactor", 1, "mobile", true));
            alices.shows("that everything fits a width of " + width, """
                    [...document.querySelectorAll('.bar, .bar .button, .status-line')]
                      .filter((one) => one.checkVisibility())
                      .every((one) => one.getBoundingClientRect().left >= 0 && one.getBoundingClientRect().right <= innerWidth)
                    """)
                    .shows("buttons large enough for a finger", """
                    [...document.querySelectorAll('.bar .button')]
                      .filter((one) => one.checkVisibility())
                      .every((one) => one.clientWidth >= 24 && one.clientHeight >= 24)
                    """);
            alices.press("More").press("Settings").press("Close");
        }
    }

    private static String corner(String corner) {
        return "document.querySelector('call-stage').dataset.corner === '" + corner + "'";
    }
}
