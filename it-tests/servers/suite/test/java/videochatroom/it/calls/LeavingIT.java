package videochatroom.it.calls;

import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Looks;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;

/** Whoever goes, the other sees it at once, and the next one to come connects without a reload. */
@Tag("browser")
class LeavingIT extends DeployedWar {

    @RegisterExtension
    final People people = new People();

    @Test
    void hangingUp() {
        theOtherNoticesAndGoesOn("leaving-hang-up", bob -> RoomPage.of(bob).press("Hang up"));
    }

    @Test
    void closingTheTab() {
        theOtherNoticesAndGoesOn("leaving-tab", bob -> bob.open(java.net.URI.create("about:blank")));
    }

    @Test
    void killingTheBrowser() {
        theOtherNoticesAndGoesOn("leaving-kill", Person::killBrowser);
    }

    @Test
    void aReloadOfEitherSideBringsTheCallBack() {
        RoomPage alices =
                RoomPage.open(people.sitDown(Looks.ALICE), "leaving-reload").is("waiting");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "leaving-reload");
        alices.is("connected").sees(Looks.BOB);
        bobs.is("connected").sees(Looks.ALICE);

        bobs.reload().is("connected").sees(Looks.ALICE).seesThePictureMove();
        alices.is("connected").sees(Looks.BOB).hears(Looks.BOB).seesThePictureMove();
        alices.reload().is("connected").sees(Looks.BOB).seesThePictureMove();
        bobs.is("connected").sees(Looks.ALICE).hears(Looks.ALICE).seesThePictureMove();
    }

    @Test
    void joiningAgainAfterHangingUp() {
        RoomPage alices =
                RoomPage.open(people.sitDown(Looks.ALICE), "leaving-again").is("waiting");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "leaving-again");
        alices.is("connected").sees(Looks.BOB);

        bobs.press("Hang up").is("hung-up");
        alices.is("waiting");
        bobs.press("Join again").is("connected").sees(Looks.ALICE);
        alices.is("connected").sees(Looks.BOB).seesThePictureMove();
    }

    private void theOtherNoticesAndGoesOn(String roomName, Consumer<Person> leave) {
        Person bob = people.sitDown(Looks.BOB);
        RoomPage alices = RoomPage.open(people.sitDown(Looks.ALICE), roomName).is("waiting");
        RoomPage.open(bob, roomName).is("connected");
        alices.is("connected").sees(Looks.BOB);

        leave.accept(bob);
        alices.is("waiting");
        RoomPage.open(people.sitDown(Looks.CAROL), roomName).is("connected").sees(Looks.ALICE);
        alices.is("connected").sees(Looks.CAROL).hears(Looks.CAROL).seesThePictureMove();
    }
}
