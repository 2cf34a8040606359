package videochatroom.it.calls;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.DeployedWar;
import videochatroom.it.support.Looks;
import videochatroom.it.support.Patience;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;

/** Who loads the page again has his seat before his browser has asked him for anything. */
@Tag("browser")
class ReturnIT extends DeployedWar {

    /** A browser that asks its person for the devices, who answers when he pleases: on each page but the first. */
    private static final String ASKS_ON_RETURN = """
            {
              const { getUserMedia } = MediaDevices.prototype;
              const isReturn = sessionStorage.getItem("asked") !== null;
              sessionStorage.setItem("asked", "");
              MediaDevices.prototype.getUserMedia = function (constraints) {
                if (!isReturn) return getUserMedia.call(this, constraints);
                return new Promise((allow, refuse) => {
                  window.answerBrowser = (yes) =>
                    yes ? allow(getUserMedia.call(this, constraints)) : refuse(new DOMException("", "NotAllowedError"));
                });
              };
            }
            """;

    /** Asked for longer than the seat of a page that went away is kept. */
    private static final String ASKED_FOR_LONG =
            "return typeof window.answerBrowser === 'function' && performance.now() > 6000";

    @RegisterExtension
    final People people = new People();

    @Test
    void theSeatIsKeptForAsLongAsTheBrowserAsksAndTheCallGoesOn() {
        Person alice = alice();
        RoomPage alices = RoomPage.open(alice, "return-allowed");
        RoomPage bobs = bobTalksTo(alices, "return-allowed");
        RoomPage carols = RoomPage.open(people.sitDown(Looks.CAROL), "return-allowed");
        carols.is("room-full");

        alices.reload().is("connected").sees(Looks.BOB).hears(Looks.BOB);
        awaitLongQuestion(alice);
        bobs.is("connected").seesDarkness().hearsNothing();
        carols.is("room-full");

        answer(alice, true);
        bobs.sees(Looks.ALICE).hears(Looks.ALICE).seesThePictureMove();
        alices.is("connected").sees(Looks.BOB);
        carols.is("room-full");
    }

    @Test
    void whoRefusesOnReturnIsToldWhatToDoAndComesBackWithoutDevices() {
        Person alice = alice();
        RoomPage alices = RoomPage.open(alice, "return-refused");
        RoomPage bobs = bobTalksTo(alices, "return-refused");

        alices.reload().is("connected");
        awaitLongQuestion(alice);
        answer(alice, false);
        alices.isBlockedBy("permission-refused").press("Join without camera and microphone");
        alices.is("connected").sees(Looks.BOB).hears(Looks.BOB);
        bobs.is("connected").seesDarkness();
    }

    private Person alice() {
        Person alice = people.sitDown(Looks.ALICE);
        alice.runInEveryPage(ASKS_ON_RETURN);
        return alice;
    }

    private RoomPage bobTalksTo(RoomPage alices, String room) {
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), room);
        bobs.is("connected").sees(Looks.ALICE);
        alices.is("connected");
        return bobs;
    }

    private static void awaitLongQuestion(Person person) {
        Patience.until(
                person.name() + " to be asked for a while",
                () -> Boolean.TRUE.equals(person.browser().executeScript(ASKED_FOR_LONG)),
                () -> "not asked");
    }

    private static void answer(Person person, boolean yes) {
        person.browser().executeScript("window.answerBrowser(arguments[0])", yes);
    }
}
