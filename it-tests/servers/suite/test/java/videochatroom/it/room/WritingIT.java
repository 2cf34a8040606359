package videochatroom.it.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.ChatPanel;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.TestIdentity;

/** Nothing that is written or dropped is lost, cut or sent by accident. */
@Tag("browser")
class WritingIT extends DeployedWar {

    /** 5,000 digits, no two parts of which are alike. */
    private static final String PASTED =
            IntStream.range(0, 1_250).mapToObj("%04d"::formatted).collect(Collectors.joining());

    private static final String FIELD = "document.querySelector('#chat-text').value";
    private static final String LINES =
            "[...document.querySelectorAll('.chat-log .line')].map((line) => line.textContent)";
    private static final String PROBLEM = "document.querySelector('.chat-problem').innerText";

    @RegisterExtension
    final People people = new People();

    @Test
    void aTextIsSentWholeAndWhenItIsMeant() {
        Person alice = people.start(TestIdentity.ALICE);
        Person bob = people.start(TestIdentity.BOB);
        RoomPage alices = RoomPage.open(alice, "writing-text");
        RoomPage bobs = RoomPage.open(bob, "writing-text").is("connected");
        alices.is("connected");

        ChatPanel.open(alice);
        alices.shows("a field to write in", "!document.querySelector('#chat-text').readOnly");
        alices.runScript("document.querySelector('#chat-text').focus();" + "document.execCommand('insertText', false, '"
                + PASTED + "')");
        // A stand-in for Safari, where this key ends a conversion of an input method.
        alices.runScript("document.querySelector('#chat-text').dispatchEvent(new KeyboardEvent('keydown',"
                + " { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }))");
        alices.reload().is("connected").shows("the text that was not sent", FIELD + " === '" + PASTED + "'");
        ChatPanel.open(bob);
        bobs.shows("nothing of it", LINES + ".length === 0");

        alice.browser().findElement(By.id("chat-text")).sendKeys(Keys.ENTER);
        bobs.shows("all of it", LINES + ".join('') === '" + PASTED + "'");
        alices.shows("an empty field", FIELD + " === ''");
        alice.browser().findElement(By.id("chat-text")).sendKeys("not for everybody");
        alices.press("Hang up").is("hung-up").press("Join again").is("connected");
        alices.shows("nothing of what was written before", FIELD + " === '' && sessionStorage.length > 0")
                .shows("nothing kept of it", "!JSON.stringify({ ...sessionStorage }).includes('not for everybody')");
    }

    @Test
    void whatCannotBeSentIsSaidAndNothingLeadsAway(@TempDir Path directory) throws IOException {
        Person alice = people.start(TestIdentity.ALICE);
        Person bob = people.start(TestIdentity.BOB);
        RoomPage alices = RoomPage.open(alice, "writing-drops");
        RoomPage bobs = RoomPage.open(bob, "writing-drops").is("connected");
        alices.is("connected");
        Path folder = Files.createDirectory(directory.resolve("holiday"));
        Path file = Files.writeString(directory.resolve("notes.txt"), "notes");

        drop(alice, Map.of("files", List.of(folder.toString(), file.toString()), "items", List.of()));
        alices.shows("what was not sent", PROBLEM + ".includes('holiday is a folder')");
        ChatPanel.openUnread(bob, 1).hasFile("offered");
        alices.shows("one offer", "document.querySelectorAll('file-card').length === 1");
        Files.delete(file);
        bobs.press("Accept notes.txt");
        ChatPanel.open(alice).hasFile("failed");
        ChatPanel.open(bob).hasFile("failed");

        alices.runScript("globalThis.isSamePage = true");
        Map<String, String> link = Map.of("mimeType", "text/uri-list", "data", "https://example.org/");
        drop(alice, Map.of("files", List.of(), "items", List.of(link)));
        alices.shows("the same page", "globalThis.isSamePage && location.pathname.endsWith('/writing-drops')")
                .shows("an empty field", FIELD + " === ''");
        bobs.shows("one entry", "document.querySelectorAll('chat-entry').length === 1");
    }

    @Test
    void theChatIsAboveAnOnScreenKeyboard() {
        Person alice = people.start(TestIdentity.ALICE);
        RoomPage alices = RoomPage.open(alice, "writing-keyboard");
        ChatPanel.open(alice);
        // A stand-in for the VisualViewport of a telephone, whose page stays as large as it was.
        alices.runScript("Object.defineProperty(visualViewport, 'height', { value: 320 });"
                        + "visualViewport.dispatchEvent(new Event('resize'))")
                .shows(
                        "the form in the visible part",
                        "document.querySelector('.chat-form').getBoundingClientRect().bottom <= 320")
                .shows("the title, too", "document.querySelector('.chat header').getBoundingClientRect().top >= 0");
    }

    /** Drops something onto the picture, as from another program. */
    private static void drop(Person person, Map<String, Object> content) {
        Map<String, Object> data =
                Map.of("items", content.get("items"), "files", content.get("files"), "dragOperationsMask", 1);
        for (String type : List.of("dragEnter", "dragOver", "drop")) {
            person.browser()
                    .executeCdpCommand(
                            "Input.dispatchDragEvent", Map.of("type", type, "x", 200, "y", 200, "data", data));
        }
    }
}
