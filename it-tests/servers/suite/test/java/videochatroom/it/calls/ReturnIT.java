package videochatroom.it.calls;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.Permission;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Looks;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;

/** Who loads the page again has his seat before his browser has asked him for anything, and in one tab only. */
@Tag("browser")
class ReturnIT extends DeployedWar {

    @RegisterExtension
    final People people = new People();

    @Test
    void theSeatIsKeptForAsLongAsTheBrowserAsksAndTheCallGoesOn() {
        RoomPage alices = alice("return-allowed");
        RoomPage bobs = bobTalksTo(alices, "return-allowed");
        RoomPage carols = RoomPage.open(people.sitDown(Looks.CAROL), "return-allowed");
        carols.is("room-full");

        alices.reload();
        // she sees and hears before she has answered, for longer than a seat of nobody is kept
        alices.is("connected").sees(Looks.BOB).hears(Looks.BOB);
        alices.shows("the browser ask", Permission.ASKED).shows("time pass", "performance.now() > 6000");
        bobs.is("connected").seesDarkness().hearsNothing();
        carols.is("room-full");

        alices.happens(Permission.answered(true));
        bobs.sees(Looks.ALICE).hears(Looks.ALICE).seesThePictureMove();
        alices.is("connected").sees(Looks.BOB);
        carols.is("room-full");
    }

    @Test
    void whoRefusesOnReturnGoesOnWatchingAndListening() {
        RoomPage alices = alice("return-refused");
        RoomPage bobs = bobTalksTo(alices, "return-refused");

        alices.reload();
        alices.shows("the browser ask", Permission.ASKED).happens(Permission.answered(false));
        alices.because("permission-refused")
                .is("connected")
                .says("not allowed: you can watch and listen")
                .sees(Looks.BOB)
                .hears(Looks.BOB);
        bobs.is("connected").seesDarkness().hearsNothing().readsOnTheOther("sends no picture");
    }

    /** A second tab begins with what the first one's session holds, its seat too. */
    @Test
    void whoOpensTheTabTwiceIsToldInTheFirstAndMayTakeTheCallBack() {
        Person alice = people.sitDown(Looks.ALICE);
        RoomPage alices = RoomPage.open(alice, "return-twice");
        RoomPage bobs = bobTalksTo(alices, "return-twice");
        String first = alice.browser().getWindowHandle();
        alices.happens("open('?join')");
        String second = alice.browser().getWindowHandles().stream()
                .filter(tab -> !tab.equals(first))
                .findFirst()
                .orElseThrow();

        alices.is("moved");
        alice.browser().switchTo().window(second);
        alices.is("connected").sees(Looks.BOB);
        bobs.is("connected").sees(Looks.ALICE);

        alice.browser().switchTo().window(first);
        alices.press("Take the call back here").is("connected").sees(Looks.BOB);
        alice.browser().switchTo().window(second);
        alices.is("moved");
    }

    private RoomPage alice(String room) {
        Person alice = people.sitDown(Looks.ALICE);
        Permission.isAskedOnReturnOf(alice);
        return RoomPage.open(alice, room);
    }

    private RoomPage bobTalksTo(RoomPage alices, String room) {
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), room);
        bobs.is("connected").sees(Looks.ALICE);
        alices.is("connected");
        return bobs;
    }
}
