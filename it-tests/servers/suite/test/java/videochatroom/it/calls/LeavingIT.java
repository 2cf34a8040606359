package videochatroom.it.calls;

import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.TestIdentity;

/** When a participant leaves, the other notices at once and connects to the next one without a reload. */
@Tag("browser")
class LeavingIT extends DeployedWar {

    @RegisterExtension
    final People people = new People();

    @Test
    void hangingUp() {
        assertTheOtherNoticesAndMeetsTheNext(
                "leaving-hang-up", bob -> RoomPage.of(bob).press("Hang up"));
    }

    @Test
    void closingTheTab() {
        assertTheOtherNoticesAndMeetsTheNext("leaving-tab", bob -> bob.open(java.net.URI.create("about:blank")));
    }

    @Test
    void killingTheBrowser() {
        assertTheOtherNoticesAndMeetsTheNext("leaving-kill", Person::killBrowser);
    }

    @Test
    void aReloadOfEitherSideRestoresTheCall() {
        RoomPage alices = RoomPage.open(people.start(TestIdentity.ALICE), "leaving-reload")
                .is("waiting");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "leaving-reload");
        alices.is("connected").sees(TestIdentity.BOB);
        bobs.is("connected").sees(TestIdentity.ALICE);

        bobs.reload().is("connected").sees(TestIdentity.ALICE).seesMotion();
        alices.is("connected").sees(TestIdentity.BOB).hears(TestIdentity.BOB).seesMotion();
        alices.reload().is("connected").sees(TestIdentity.BOB).seesMotion();
        bobs.is("connected").sees(TestIdentity.ALICE).hears(TestIdentity.ALICE).seesMotion();
    }

    @Test
    void joiningAgainAfterHangingUp() {
        RoomPage alices =
                RoomPage.open(people.start(TestIdentity.ALICE), "leaving-again").is("waiting");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "leaving-again");
        alices.is("connected").sees(TestIdentity.BOB);

        bobs.press("Hang up").is("hung-up");
        alices.is("waiting");
        bobs.press("Join again").is("connected").sees(TestIdentity.ALICE);
        alices.is("connected").sees(TestIdentity.BOB).seesMotion();
    }

    private void assertTheOtherNoticesAndMeetsTheNext(String roomName, Consumer<Person> leave) {
        Person bob = people.start(TestIdentity.BOB);
        RoomPage alices =
                RoomPage.open(people.start(TestIdentity.ALICE), roomName).is("waiting");
        RoomPage.open(bob, roomName).is("connected");
        alices.is("connected").sees(TestIdentity.BOB);

        leave.accept(bob);
        alices.is("waiting");
        RoomPage.open(people.start(TestIdentity.CAROL), roomName)
                .is("connected")
                .sees(TestIdentity.ALICE);
        alices.is("connected")
                .sees(TestIdentity.CAROL)
                .hears(TestIdentity.CAROL)
                .seesMotion();
    }
}
