package videochatroom.it.room;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Looks;
import videochatroom.it.support.Patience;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.Server;

/** Ways to bring the other person into the room, and what tells that he has come. */
@Tag("browser")
class InvitingIT extends DeployedWar {

    private static final String SHARES = """
            window.__shared = [];
            Navigator.prototype.share = async (what) => {
              __shared.push(what);
              if (window.__refuses) throw new DOMException("made up by the test", __refuses);
            };
            """;

    /** Counts the notes that are played. */
    private static final String LISTENS = """
            window.__notes = [];
            const { start } = OscillatorNode.prototype;
            OscillatorNode.prototype.start = function (...given) {
              __notes.push(this.frequency.value);
              return start.apply(this, given);
            };
            """;

    @RegisterExtension
    final People people = new People();

    @Test
    void theCodeIsOnThePage() {
        RoomPage page = RoomPage.open(people.sitDown(Looks.ALICE), "inviting-code");
        page.is("waiting")
                .press("QR code")
                .shows("the image", "document.querySelector('.qr-code')?.naturalWidth > 0")
                .shows(
                        "what it says",
                        "document.querySelector('.qr-code').alt.endsWith('" + Server.base() + "inviting-code')")
                .press("Close")
                .shows("no sheet", "!document.querySelector('qr-sheet dialog').open");
    }

    @Test
    void theLinkIsSharedWhereThereIsASheetForIt() {
        Person alice = people.sitDown(Looks.ALICE);
        alice.runInEveryPage(SHARES);
        RoomPage page = RoomPage.open(alice, "inviting-sheet");
        page.is("waiting")
                .press("Share")
                .shows("the link handed over", "__shared.at(-1)?.url === '" + Server.base() + "inviting-sheet'");
        // thought better of it: nothing happens
        page.happens("window.__refuses = 'AbortError'").press("Share").shows("the sheet", "__shared.length === 2");
        assertFalse(page.sentences().contains("copied"), page::sentences);
        page.happens("window.__refuses = 'NotAllowedError'").press("Share").says("cop");
    }

    @Test
    void whereThereIsNoSheetThereIsNoButton() {
        Person alice = people.sitDown(Looks.ALICE);
        alice.runInEveryPage("delete Navigator.prototype.share;");
        RoomPage page = RoomPage.open(alice, "inviting-none");
        page.is("waiting").press("Copy link");
        assertFalse(page.hasButton("Share"));
    }

    @Test
    void aSoundAndTheTitleTellThatSomebodyHasComeBehindAnotherTab() {
        Person alice = people.sitDown(Looks.ALICE);
        alice.runInEveryPage(LISTENS);
        RoomPage page = RoomPage.open(alice, "inviting-arrival");
        page.is("waiting");
        // whoever looks at a tab by WebDriver brings it to the front: so it is said to be behind another one
        page.happens("""
                Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "hidden" });
                document.dispatchEvent(new Event("visibilitychange"));
                """);

        RoomPage.open(people.sitDown(Looks.BOB), "inviting-arrival").is("connected");
        Patience.until(
                "the title to tell",
                () -> String.valueOf(alice.browser().getTitle()).startsWith("Somebody is here"),
                () -> alice.browser().getTitle());
        page.shows("two soft notes", "__notes.length === 2");

        page.happens("delete document.visibilityState; document.dispatchEvent(new Event('visibilitychange'));");
        page.shows("its own title again", "document.title.startsWith('inviting-arrival')");
    }
}
