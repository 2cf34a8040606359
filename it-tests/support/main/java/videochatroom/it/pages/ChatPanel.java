package videochatroom.it.pages;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import videochatroom.it.support.Await;
import videochatroom.it.support.Person;

/** The chat of a room's page in a person's browser. */
public final class ChatPanel {

    /** The size in bytes of the stored copy of the newest sent file, which survives a reload of the page. */
    private static final String STORED_SIZE = """
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

    private static final String IS_OPEN = "return document.querySelector('main').dataset.chat === 'open'";

    private static final String PROGRESS =
            "return [...document.querySelectorAll('file-card progress')].at(-1)?.value ?? 0";

    private static final String FILE_STATE =
            "return [...document.querySelectorAll('file-card')].at(-1)?.dataset.state ?? ''";

    private final Person person;

    private ChatPanel(Person person) {
        this.person = person;
    }

    /** Opens the chat, unless it has come back open with the page. */
    public static ChatPanel open(Person person) {
        if (!Boolean.TRUE.equals(person.browser().executeScript(IS_OPEN))) {
            RoomPage.of(person).press("Chat");
        }
        return new ChatPanel(person);
    }

    /** Opens the chat, whose button shows this many unread lines. */
    public static ChatPanel openUnread(Person person, int unread) {
        RoomPage.of(person).press("Chat, " + unread + " new");
        return new ChatPanel(person);
    }

    /** Sends a line as soon as the input is enabled. */
    public ChatPanel write(String line) {
        WebElement input = person.browser().findElement(By.id("chat-text"));
        Await.until(who("to be able to write"), input::isEnabled, this::log);
        input.sendKeys(line, Keys.ENTER);
        return this;
    }

    /** Waits until the chat consists of these lines of both participants, in order. */
    public ChatPanel reads(String... lines) {
        Await.until(who("to read " + List.of(lines)), () -> lines().equals(List.of(lines)), this::lines);
        return this;
    }

    /** Waits until all lines and files of this person are marked as delivered. */
    public ChatPanel isDelivered() {
        Await.until(
                who("to have all messages delivered"),
                () -> person.browser()
                        .findElements(By.cssSelector("chat-entry.mine:not([data-delivery=delivered])"))
                        .isEmpty(),
                this::log);
        return this;
    }

    /** How many elements a CSS selector finds in the log. */
    public int count(String selector) {
        return person.browser()
                .findElement(By.cssSelector(".chat-log"))
                .findElements(By.cssSelector(selector))
                .size();
    }

    /** The {@code href} and the {@code rel} of the log's first link, separated by a blank. */
    public String link() {
        WebElement link = person.browser().findElement(By.cssSelector(".chat-log .line a"));
        return link.getDomProperty("href") + " " + link.getDomAttribute("rel");
    }

    /** Sends a file through the file input. */
    public ChatPanel send(Path file) {
        person.browser().findElement(By.id("chat-files")).sendKeys(file.toString());
        return this;
    }

    /** Waits until the page has stored a copy of the sent file. */
    public ChatPanel hasStored(long size) {
        Await.until(
                who("to have stored " + size + " bytes"),
                () -> Long.valueOf(size).equals(person.browser().executeAsyncScript(STORED_SIZE)),
                () -> person.browser().executeAsyncScript(STORED_SIZE));
        return this;
    }

    /** Waits for a state of the newest file. */
    public ChatPanel hasFile(String state) {
        Await.until(who("to have a file that is " + state), () -> fileState().equals(state), this::log);
        return this;
    }

    /** Waits until more than this part of the newest file has arrived, from 0 to 1, or all of it. */
    public ChatPanel hasMoreThan(double part) {
        Await.until(
                who("to have more than " + part + " of the file"),
                () -> fileState().equals("complete") || progress() > part,
                () -> progress() + ", " + log());
        return this;
    }

    /** Which part of the newest file has arrived, from 0 to 1. */
    public double progress() {
        return ((Number) requireNonNull(person.browser().executeScript(PROGRESS))).doubleValue();
    }

    /** Whether all of the newest file has arrived. */
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
