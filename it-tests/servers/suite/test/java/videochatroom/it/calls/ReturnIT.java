package videochatroom.it.calls;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.Permission;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.TestIdentity;

/** A reloaded page gets its seat back before the permission prompt is answered, and in one tab only. */
@Tag("browser")
class ReturnIT extends DeployedWar {

    @RegisterExtension
    final People people = new People();

    @Test
    void theSeatAndTheCallSurviveThePermissionPrompt() {
        RoomPage alices = alice("return-allowed");
        RoomPage bobs = bobTalksTo(alices, "return-allowed");
        RoomPage carols = RoomPage.open(people.start(TestIdentity.CAROL), "return-allowed");
        carols.is("room-full");

        alices.reload();
        // alice sees and hears bob before answering, for longer than an unused seat is kept
        alices.is("connected").sees(TestIdentity.BOB).hears(TestIdentity.BOB);
        alices.shows("the permission prompt", Permission.ASKED)
                .shows("that six seconds have passed", "performance.now() > 6000");
        bobs.is("connected").seesDarkness().hearsNothing();
        carols.is("room-full");

        alices.runScript(Permission.answered(true));
        bobs.sees(TestIdentity.ALICE).hears(TestIdentity.ALICE).seesMotion();
        alices.is("connected").sees(TestIdentity.BOB);
        carols.is("room-full");
    }

    @Test
    void deniedPermissionAfterAReloadStillAllowsWatchingAndListening() {
        RoomPage alices = alice("return-refused");
        RoomPage bobs = bobTalksTo(alices, "return-refused");

        alices.reload();
        alices.shows("the permission prompt", Permission.ASKED).runScript(Permission.answered(false));
        alices.because("permission-refused")
                .is("connected")
                .says("not allowed: you can watch and listen")
                .sees(TestIdentity.BOB)
                .hears(TestIdentity.BOB);
        bobs.is("connected").seesDarkness().hearsNothing().readsOnRemotePicture("sends no picture");
    }

    /** A second tab starts with a copy of the first one's session storage, which contains its resume token. */
    @Test
    void aSecondTabTakesTheCallAndTheFirstCanTakeItBack() {
        Person alice = people.start(TestIdentity.ALICE);
        RoomPage alices = RoomPage.open(alice, "return-twice");
        RoomPage bobs = bobTalksTo(alices, "return-twice");
        String first = alice.browser().getWindowHandle();
        alices.runScript("open(location.href)");
        String second = alice.browser().getWindowHandles().stream()
                .filter(tab -> !tab.equals(first))
                .findFirst()
                .orElseThrow();

        alices.is("moved");
        alice.browser().switchTo().window(second);
        alices.is("connected").sees(TestIdentity.BOB);
        bobs.is("connected").sees(TestIdentity.ALICE);

        alice.browser().switchTo().window(first);
        alices.press("Take the call back here").is("connected").sees(TestIdentity.BOB);
        alice.browser().switchTo().window(second);
        alices.is("moved");
    }

    private RoomPage alice(String room) {
        Person alice = people.start(TestIdentity.ALICE);
        Permission.isAskedOnReturnOf(alice);
        return RoomPage.open(alice, room);
    }

    private RoomPage bobTalksTo(RoomPage alices, String room) {
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), room);
        bobs.is("connected").sees(TestIdentity.ALICE);
        alices.is("connected");
        return bobs;
    }
}
