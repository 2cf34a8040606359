package videochatroom.it.room;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Await;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.Server;
import videochatroom.it.support.TestIdentity;

/** Ways to invite another person, and how their arrival is announced. */
@Tag("browser")
class InvitingIT extends DeployedWar {

    private static final String RECORD_SHARES = """
            window.__shared = [];
            Navigator.prototype.share = async (what) => {
              __shared.push(what);
              if (window.__refuses) throw new DOMException("made up by the test", __refuses);
            };
            """;

    /** Records the notes that are played. */
    private static final String RECORD_NOTES = """
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
    void thePageShowsTheQrCode() {
        RoomPage page = RoomPage.open(people.start(TestIdentity.ALICE), "inviting-code");
        page.is("waiting")
                .press("QR code")
                .shows("the image", "document.querySelector('.qr-code')?.naturalWidth > 0")
                .shows(
                        "its alternative text",
                        "document.querySelector('.qr-code').alt.endsWith('" + Server.base() + "inviting-code')")
                .press("Close")
                .shows("no sheet", "!document.querySelector('qr-sheet dialog').open");
    }

    @Test
    void theLinkIsSharedThroughTheShareSheet() {
        Person alice = people.start(TestIdentity.ALICE);
        alice.runInEveryPage(RECORD_SHARES);
        RoomPage page = RoomPage.open(alice, "inviting-sheet");
        page.is("waiting")
                .press("Share")
                .shows("the link handed over", "__shared.at(-1)?.url === '" + Server.base() + "inviting-sheet'");
        // the person cancels the share sheet: nothing happens
        page.runScript("window.__refuses = 'AbortError'").press("Share").shows("the sheet", "__shared.length === 2");
        assertFalse(page.sentences().contains("copied"), page::sentences);
        page.runScript("window.__refuses = 'NotAllowedError'").press("Share").says("cop");
    }

    @Test
    void withoutAShareSheetThereIsNoShareButton() {
        Person alice = people.start(TestIdentity.ALICE);
        alice.runInEveryPage("delete Navigator.prototype.share;");
        RoomPage page = RoomPage.open(alice, "inviting-none");
        page.is("waiting").press("Copy link");
        assertFalse(page.hasButton("Share"));
    }

    @Test
    void aSoundAndTheTitleAnnounceAnArrivalInAHiddenTab() {
        Person alice = people.start(TestIdentity.ALICE);
        alice.runInEveryPage(RECORD_NOTES);
        RoomPage page = RoomPage.open(alice, "inviting-arrival");
        page.is("waiting");
        // simulated, because WebDriver keeps the tab that it inspects in front
        page.runScript("""
                Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "hidden" });
                document.dispatchEvent(new Event("visibilitychange"));
                """);

        RoomPage.open(people.start(TestIdentity.BOB), "inviting-arrival").is("connected");
        Await.until(
                "the title to announce the arrival",
                () -> String.valueOf(alice.browser().getTitle()).startsWith("Somebody is here"),
                () -> alice.browser().getTitle());
        page.shows("two soft notes", "__notes.length === 2");

        page.runScript("delete document.visibilityState; document.dispatchEvent(new Event('visibilitychange'));");
        page.shows("its own title again", "document.title.startsWith('inviting-arrival')");
    }
}
