package videochatroom.it.room;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.LandingPage;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Await;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.Server;
import videochatroom.it.support.TestIdentity;

/** What people read as the same room is the same room, and what cannot be one leads to the nearest that can. */
@Tag("browser")
class RoomNamesIT extends DeployedWar {

    private static final String USE_ROOM = "//*[normalize-space()='Use “room-with-a-view”']";

    @RegisterExtension
    final People people = new People();

    @Test
    void twoPeopleMeetHoweverTheirLinksWereWritten() {
        // full width; and with marks that a chat program has taken for a part of the link
        RoomPage alices =
                RoomPage.open(people.start(TestIdentity.ALICE), "%EF%BD%92%EF%BD%8F%EF%BD%8F%EF%BD%8D%EF%BC%91");
        alices.is("waiting");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "ro%E2%80%8Bom1%29.");

        alices.is("connected");
        bobs.is("connected");
    }

    @Test
    void aLinkToWhatCannotBeARoomOffersTheNearest() {
        Person alice = people.start(TestIdentity.ALICE);
        // a Cyrillic o
        alice.open(Server.base().resolve("ro%D0%BEm%20with%20a%20view?join"));
        press(alice, USE_ROOM);
        RoomPage.of(alice).is("lobby");
        String address = alice.browser().getCurrentUrl();
        assertTrue(address.endsWith("/room-with-a-view?join"), address);
    }

    @Test
    void theLandingPageOffersTheNearest() {
        Person alice = people.start(TestIdentity.ALICE);
        LandingPage landing = LandingPage.open(alice, Server.base()).type("Ro\u043em with a view!");
        landing.start();
        press(alice, USE_ROOM);
        landing.start().is("lobby");
        String address = alice.browser().getCurrentUrl();
        assertTrue(address.endsWith("/room-with-a-view"), address);
    }

    private static void press(Person person, String what) {
        Await.until(
                "the offer of a name",
                () -> person.browser().findElements(By.xpath(what)).stream().anyMatch(found -> found.isDisplayed()),
                () -> person.browser().getPageSource());
        person.browser().findElement(By.xpath(what)).click();
    }
}
