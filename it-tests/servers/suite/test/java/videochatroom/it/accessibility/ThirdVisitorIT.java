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
import videochatroom.it.support.Await;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.Server;
import videochatroom.it.support.TestIdentity;

/** A third person finds the room occupied, can wait or leave, and does not disturb the call. */
@Tag("browser")
class ThirdVisitorIT extends DeployedWar {

    /** Keeps the stream of the present call and records every later state. */
    private static final String RECORD_CALL = """
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
    void waitsAndJoinsWithoutDisturbingTheTwo() {
        Person alice = people.start(TestIdentity.ALICE);
        Person bob = people.start(TestIdentity.BOB);
        URI room = Server.base().resolve("third-waits");
        RoomPage alices = RoomPage.open(alice, room).is("waiting");
        RoomPage bobs = RoomPage.open(bob, room).is("connected").sees(TestIdentity.ALICE);
        alices.is("connected").sees(TestIdentity.BOB);
        alice.browser().executeScript(RECORD_CALL);
        bob.browser().executeScript(RECORD_CALL);

        RoomPage carols = RoomPage.open(people.start(TestIdentity.CAROL), room)
                .is("room-full")
                .says("This room is full")
                .says("You can wait here")
                .says("Waiting for a free seat");
        assertTrue(carols.hasButton("Stop waiting"), "carol can leave");
        alices.seesMotion().hears(TestIdentity.BOB);
        bobs.seesMotion().hears(TestIdentity.ALICE);
        assertEquals(true, alice.browser().executeScript(SAME_CALL), "alice's call goes on");
        assertEquals(true, bob.browser().executeScript(SAME_CALL), "bob's call goes on");

        bobs.press("Hang up").is("hung-up");
        carols.is("connected").sees(TestIdentity.ALICE).hears(TestIdentity.ALICE);
        alices.is("connected").sees(TestIdentity.CAROL);
    }

    @Test
    void canStopWaiting() {
        Person carol = people.start(TestIdentity.CAROL);
        var player = new StatePlayer(carol, Server.base());
        player.enterFullRoom().is("room-full").press("Stop waiting");

        Await.until(
                "the landing page",
                () -> carol.browser().findElements(By.id("start")).size() == 1,
                carol::console);
    }
}
