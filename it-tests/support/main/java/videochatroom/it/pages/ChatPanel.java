package videochatroom.it.pages;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import videochatroom.it.support.Patience;
import videochatroom.it.support.Person;

/** The chat of a room's page, as one person sees it. */
public final class ChatPanel {

    /** The bytes of the copy of the newest own file that a reload does not take away. */
    private static final String COPY = """
            const done = arguments[0];
            (async () => {
              let size = 0;
              const root = await (await navigator.storage.getDirectory()).getDirectoryHandle("video-chat-room");
              for await (const author of root.values()) {
                for await (const folder of author.values()) {
                  if (folder.kind !== "directory" || !folder.name.includes("-out-")) continue;
                  for await (const file of folder.values()) size = Math.max(size, (await file.getFile()).size);
                }
              }
              return size;
            })().then(done, () => done(0));
            """;

    private static final String PROGRESS =
            "return [...document.querySelectorAll('file-card progress')].at(-1)?.value ?? 0";

    private static final String FILE_STATE =
            "return [...document.querySelectorAll('file-card')].at(-1)?.dataset.state ?? ''";

    private final Person person;

    private ChatPanel(Person person) {
        this.person = person;
    }

    /** Opens the chat. */
    public static ChatPanel open(Person person) {
        RoomPage.of(person).press("Chat");
        return new ChatPanel(person);
    }

    /** Opens the chat, of which so many lines are unread. */
    public static ChatPanel openUnread(Person person, int unread) {
        RoomPage.of(person).press("Chat, " + unread + " new");
        return new ChatPanel(person);
    }

    /** Writes a line and sends it, as soon as that can be done. */
    public ChatPanel write(String line) {
        WebElement input = person.browser().findElement(By.id("chat-text"));
        Patience.until(who("to be able to write"), input::isEnabled, this::log);
        input.sendKeys(line, Keys.ENTER);
        return this;
    }

    /** Waits for the lines that are there, in order, whoever wrote them. */
    public ChatPanel reads(String... lines) {
        Patience.until(who("to read " + List.of(lines)), () -> lines().equals(List.of(lines)), this::lines);
        return this;
    }

    /** Waits until all that he wrote is delivered. */
    public ChatPanel isHeard() {
        Patience.until(
                who("to be heard"),
                () -> person.browser()
                        .findElements(By.cssSelector("chat-entry.mine:not([data-delivery=delivered])"))
                        .isEmpty(),
                this::log);
        return this;
    }

    /** How many elements of the log a selector finds. */
    public int count(String selector) {
        return person.browser()
                .findElement(By.cssSelector(".chat-log"))
                .findElements(By.cssSelector(selector))
                .size();
    }

    /** The address that a link of the log leads to. */
    public String link() {
        WebElement link = person.browser().findElement(By.cssSelector(".chat-log .line a"));
        return link.getDomProperty("href") + " " + link.getDomAttribute("rel");
    }

    /** Sends a file by the button. */
    public ChatPanel send(Path file) {
        person.browser().findElement(By.id("chat-files")).sendKeys(file.toString());
        return this;
    }

    /** Waits until a reload does not take the file away that he sends. */
    public ChatPanel hasCopyOf(long size) {
        Patience.until(
                who("to have a copy"),
                () -> Long.valueOf(size).equals(person.browser().executeAsyncScript(COPY)),
                () -> person.browser().executeAsyncScript(COPY));
        return this;
    }

    /** Has what he saves put into a directory. */
    public ChatPanel savesTo(Path directory) {
        person.browser()
                .executeCdpCommand(
                        "Browser.setDownloadBehavior",
                        Map.of("behavior", "allow", "downloadPath", directory.toString()));
        return this;
    }

    /** Waits for a state of the newest file. */
    public ChatPanel hasFile(String state) {
        Patience.until(who("to have a file that is " + state), () -> fileState().equals(state), this::log);
        return this;
    }

    /** Waits until so much of the newest file is there, from 0 to 1; it may be all of it. */
    public ChatPanel hasMoreThan(double part) {
        Patience.until(
                who("to have more than " + part + " of the file"),
                () -> fileState().equals("complete") || progress() > part,
                () -> progress() + ", " + log());
        return this;
    }

    /** How much of the newest file is there, from 0 to 1. */
    public double progress() {
        return ((Number) requireNonNull(person.browser().executeScript(PROGRESS))).doubleValue();
    }

    /** Whether the newest file is there in full. */
    public boolean hasWholeFile() {
        return fileState().equals("complete");
    }

    private String fileState() {
        return String.valueOf(person.browser().executeScript(FILE_STATE));
    }

    private List<String> lines() {
        return person.browser().findElements(By.cssSelector(".chat-log .line")).stream()
                .map(line ->
                        Optional.ofNullable(line.getDomProperty("textContent")).orElse(""))
                .toList();
    }

    private String log() {
        try {
            return person.browser().findElement(By.cssSelector("chat-panel")).getText();
        } catch (StaleElementReferenceException replacedMeanwhile) {
            return "";
        }
    }

    private String who(String what) {
        return person.name() + " " + what;
    }
}
