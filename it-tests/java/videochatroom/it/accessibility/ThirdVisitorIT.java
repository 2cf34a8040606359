package videochatroom.it.accessibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Looks;
import videochatroom.it.support.Patience;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.UberJar;

/** Whoever comes to an occupied room is told so, may wait or go, and disturbs nobody. */
@Tag("browser")
class ThirdVisitorIT {

    /** Notes whatever the page says or shows differently from now on. */
    private static final String NOTE_CHANGES = """
            const main = document.querySelector("main");
            window.changes = [];
            new MutationObserver((records) => window.changes.push(...records.map(({ target }) => target.textContent)))
              .observe(main, { subtree: true, childList: true, characterData: true, attributes: true });
            """;

    private static UberJar server;
    private static URI base;

    @RegisterExtension
    final People people = new People();

    @BeforeAll
    static void start() {
        server = UberJar.start(UberJar.freePort(), UberJar.QUIET);
        base = server.awaitAddress();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isToldWaitsAndComesInByItselfWithoutDisturbingTheTwo() {
        Person alice = people.sitDown(Looks.ALICE);
        Person bob = people.sitDown(Looks.BOB);
        URI room = base.resolve("third-waits");
        RoomPage alices = RoomPage.open(alice, room).is("waiting");
        RoomPage bobs = RoomPage.open(bob, room).is("connected").sees(Looks.ALICE);
        alices.is("connected").sees(Looks.BOB);
        alice.browser().executeScript(NOTE_CHANGES);
        bob.browser().executeScript(NOTE_CHANGES);

        RoomPage carols = RoomPage.open(people.sitDown(Looks.CAROL), room)
                .is("room-full")
                .says("This room is occupied")
                .says("You may wait here")
                .says("Waiting for a free place");
        assertTrue(carols.hasButton("Stop waiting"), "she can go");
        alices.seesThePictureMove().hears(Looks.BOB);
        bobs.seesThePictureMove().hears(Looks.ALICE);
        assertEquals("[]", String.valueOf(alice.browser().executeScript("return window.changes")), "alice's page");
        assertEquals("[]", String.valueOf(bob.browser().executeScript("return window.changes")), "bob's page");

        bobs.press("Hang up").is("hung-up");
        carols.is("connected").sees(Looks.ALICE).hears(Looks.ALICE);
        alices.is("connected").sees(Looks.CAROL);
    }

    @Test
    void canStopWaiting() {
        Person carol = people.sitDown(Looks.CAROL);
        var theatre = new Theatre(carol, base);
        theatre.enterFullRoom().is("room-full").press("Stop waiting");

        Patience.until(
                "the landing page",
                () -> carol.browser().findElements(By.id("start")).size() == 1,
                carol::console);
    }
}
