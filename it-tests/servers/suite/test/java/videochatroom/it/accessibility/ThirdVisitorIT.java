package videochatroom.it.accessibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Looks;
import videochatroom.it.support.Patience;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.Server;

/** Whoever comes to an occupied room is told so, may wait or go, and disturbs nobody. */
@Tag("browser")
class ThirdVisitorIT extends DeployedWar {

    /** Remembers what the call is now, and notes every state to come. */
    private static final String NOTE_CALL = """
            const main = document.querySelector("main");
            window.stream = document.querySelector("#remote-video").srcObject;
            window.states = [];
            new MutationObserver(() => window.states.push(main.dataset.callState))
              .observe(main, { attributeFilter: ["data-call-state"] });
            """;

    private static final String SAME_CALL = """
            return document.querySelector("#remote-video").srcObject === window.stream
              && window.states.every((state) => state === "connected");
            """;

    @RegisterExtension
    final People people = new People();

    @Test
    void isToldWaitsAndComesInByItselfWithoutDisturbingTheTwo() {
        Person alice = people.sitDown(Looks.ALICE);
        Person bob = people.sitDown(Looks.BOB);
        URI room = Server.base().resolve("third-waits");
        RoomPage alices = RoomPage.open(alice, room).is("waiting");
        RoomPage bobs = RoomPage.open(bob, room).is("connected").sees(Looks.ALICE);
        alices.is("connected").sees(Looks.BOB);
        alice.browser().executeScript(NOTE_CALL);
        bob.browser().executeScript(NOTE_CALL);

        RoomPage carols = RoomPage.open(people.sitDown(Looks.CAROL), room)
                .is("room-full")
                .says("This room is occupied")
                .says("You may wait here")
                .says("Waiting for a free place");
        assertTrue(carols.hasButton("Stop waiting"), "she can go");
        alices.seesThePictureMove().hears(Looks.BOB);
        bobs.seesThePictureMove().hears(Looks.ALICE);
        assertEquals(true, alice.browser().executeScript(SAME_CALL), "alice's call goes on");
        assertEquals(true, bob.browser().executeScript(SAME_CALL), "bob's call goes on");

        bobs.press("Hang up").is("hung-up");
        carols.is("connected").sees(Looks.ALICE).hears(Looks.ALICE);
        alices.is("connected").sees(Looks.CAROL);
    }

    @Test
    void canStopWaiting() {
        Person carol = people.sitDown(Looks.CAROL);
        var theatre = new Theatre(carol, Server.base());
        theatre.enterFullRoom().is("room-full").press("Stop waiting");

        Patience.until(
                "the landing page",
                () -> carol.browser().findElements(By.id("start")).size() == 1,
                carol::console);
    }
}
