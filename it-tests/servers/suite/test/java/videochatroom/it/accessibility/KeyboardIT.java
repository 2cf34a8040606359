package videochatroom.it.accessibility;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.ChatPanel;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Await;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.TestIdentity;

/** A call by keyboard alone. The focus is on the page after everything that takes away what had it. */
@Tag("browser")
class KeyboardIT extends DeployedWar {

    /** More than any page of a call has. */
    private static final int MOST_STOPS = 60;

    /** What has the focus when the browser has drawn twice: by then it has taken it from what is gone. */
    private static final String FOCUSED = """
            const done = arguments[0];
            requestAnimationFrame(() => requestAnimationFrame(() => {
              const { activeElement } = document;
              const isSeen = activeElement?.checkVisibility({ visibilityProperty: true }) ?? false;
              done(isSeen && !activeElement.matches(":disabled") ? activeElement.localName : "nothing");
            }));
            """;

    private static final String ANSWER =
            "[...document.querySelectorAll('file-card')].at(-1)?.querySelector('button:enabled') != null";

    @RegisterExtension
    final People people = new People();

    @TempDir
    Path files;

    private Person alice;
    private RoomPage alices;

    @BeforeEach
    void startBrowser() {
        alice = people.start(TestIdentity.ALICE);
    }

    @Test
    void aCallFromJoiningToJoiningAgain() throws IOException {
        alices = RoomPage.openLobby(alice, "keyboard-call").is("lobby");
        pressByKeyboard("Join");
        alices.is("waiting");
        focusIsOnThePage("joining");
        pressByKeyboard("QR code");
        pressByKeyboard("Close");
        focusIsOnThePage("closing a sheet");

        RoomPage bobs =
                RoomPage.open(people.start(TestIdentity.BOB), "keyboard-call").is("connected");
        alices.is("connected");
        focusIsOnThePage("the arrival of the other one");

        for (String sheet : List.of("Settings", "Keyboard shortcuts", "Connection and quality")) {
            pressByKeyboard("More");
            pressByKeyboard(sheet);
            focusIsOnThePage("opening a sheet: " + sheet);
            type(Keys.ESCAPE);
            focusIsOnThePage("closing a sheet: " + sheet);
        }
        pressByKeyboard("More");
        type(Keys.TAB, Keys.ESCAPE);
        focusIsOnThePage("closing the menu");

        filesByKeyboard(bobs);

        bobs.press("Hang up").is("hung-up");
        alices.is("waiting");
        focusIsOnThePage("the other one's leaving");
        pressByKeyboard("Hang up");
        alices.is("hung-up");
        focusIsOnThePage("hanging up");
        pressByKeyboard("Join again");
        alices.is("waiting");
        focusIsOnThePage("joining again");
    }

    /** What has the focus goes with the other participant. */
    @Test
    void whatTheOtherOneTakesAway() {
        alices = RoomPage.open(alice, "keyboard-away").is("waiting");
        RoomPage bobs =
                RoomPage.open(people.start(TestIdentity.BOB), "keyboard-away").is("connected");
        alices.is("connected");
        moveTo("Swap the two pictures");
        bobs.press("Hang up").is("hung-up");
        alices.is("waiting");
        focusIsOnThePage("the end of a small picture");
        type("m");
        alices.hasPressed("Mute microphone", true);
    }

    private void filesByKeyboard(RoomPage bobs) throws IOException {
        pressByKeyboard("Chat");
        ChatPanel bobsChat = ChatPanel.open(bobs.person());
        bobsChat.send(Files.writeString(files.resolve("one.txt"), "a file"));
        // Backwards from the line to write in. It settles first: on the way through the browser's own buttons that
        // would begin anew.
        alices.shows("an answer that can be pressed", ANSWER);
        moveTo("Accept one.txt", this::typeShiftTab);
        type(Keys.ENTER);
        bobsChat.hasFile("complete");
        focusIsOnThePage("accepting a file");
        bobsChat.send(Files.writeString(files.resolve("another.txt"), "a file"));
        alices.shows("an answer that can be pressed", ANSWER);
        pressByKeyboard("Decline another.txt");
        bobsChat.hasFile("declined");
        focusIsOnThePage("declining a file");
        type(Keys.ESCAPE);
        alices.shows("the chat closed", "document.querySelector('chat-panel').hidden");
        focusIsOnThePage("Escape out of the chat");
    }

    /** Goes to a control as soon as it can be pressed, and presses it. */
    private void pressByKeyboard(String control) {
        moveTo(control);
        type(Keys.ENTER);
    }

    private void moveTo(String control) {
        moveTo(control, () -> type(Keys.TAB));
    }

    private void moveTo(String control, Runnable step) {
        List<String> seen = new ArrayList<>();
        Await.until(
                alice.name() + " to reach \"" + control + "\" by Tab",
                () -> isReached(control, step, seen),
                () -> seen);
    }

    private boolean isReached(String control, Runnable step, List<String> seen) {
        seen.clear();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            String name = focused().getAccessibleName();
            if (name.equals(control)) {
                return true;
            }
            seen.add(name);
            step.run();
        }
        return false;
    }

    private WebElement focused() {
        return alice.browser().switchTo().activeElement();
    }

    private void type(CharSequence... keys) {
        new Actions(alice.browser()).sendKeys(keys).perform();
    }

    private void typeShiftTab() {
        new Actions(alice.browser())
                .keyDown(Keys.SHIFT)
                .sendKeys(Keys.TAB)
                .keyUp(Keys.SHIFT)
                .perform();
    }

    private void focusIsOnThePage(String after) {
        String focused = String.valueOf(requireNonNull(alice.browser().executeAsyncScript(FOCUSED)));
        if (focused.equals("body") || focused.equals("nothing")) {
            fail("After " + after + " the focus is on " + focused);
        }
    }
}
