package videochatroom.it.pages;

import java.awt.Color;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import videochatroom.it.support.Await;
import videochatroom.it.support.Person;
import videochatroom.it.support.Server;
import videochatroom.it.support.TestIdentity;

/** A room's page in a person's browser. Methods wait for what they name, and fail with the page's state. */
public final class RoomPage extends PageControls<RoomPage> {

    /** The selector of the element that shows and plays the other participant's media. */
    public static final String REMOTE = "#remote-video";

    /** Keeps every announcement in {@code window.__said}. A test on a busy machine may look only after it has gone. */
    private static final String KEEP_ANNOUNCEMENTS = """
            if (!window.__said) {
              window.__said = [];
              new MutationObserver(() => {
                for (const { textContent } of document.querySelectorAll("[role=status]")) {
                  if (!__said.includes(textContent)) __said.push(textContent);
                }
              }).observe(document, { subtree: true, childList: true, characterData: true });
            }
            """;

    /** Its name depends on the language of the page. */
    private static final By JOIN = By.cssSelector("call-lobby form [type=submit]");

    private final RemoteMedia media;

    private RoomPage(Person person) {
        super(person);
        media = new RemoteMedia(person, this::describe);
    }

    /** Opens a room of the server under test and joins, if the page does not show a problem. */
    public static RoomPage open(Person person, String roomName) {
        return open(person, Server.base().resolve(roomName));
    }

    /** Opens the address of a room and joins, if the page does not show a problem. */
    public static RoomPage open(Person person, URI address) {
        return openLobby(person, address).join();
    }

    /** Opens a room as an invitation links to it. The page shows the lobby, unless the person has switched it off. */
    public static RoomPage openLobby(Person person, String roomName) {
        return openLobby(person, Server.base().resolve(roomName));
    }

    /** Opens the address of a room as an invitation links to it. */
    public static RoomPage openLobby(Person person, URI address) {
        person.runInEveryPage(KEEP_ANNOUNCEMENTS);
        person.open(address);
        return new RoomPage(person);
    }

    /** The room's page that is open in a person's browser. */
    public static RoomPage of(Person person) {
        return new RoomPage(person);
    }

    /** Waits for the lobby and presses Join. Does nothing if the page has no lobby. */
    public RoomPage join() {
        Await.until(
                who("to be able to join"),
                () -> !List.of("preparing", "lobby").contains(state()) || pressJoin(),
                this::describe);
        return this;
    }

    private boolean pressJoin() {
        // the page of another client has none
        if (person().browser().findElements(By.tagName("call-lobby")).isEmpty()) {
            return true;
        }
        Optional<WebElement> join = person().browser().findElements(JOIN).stream()
                .filter(button -> button.isDisplayed() && button.isEnabled())
                .findFirst();
        join.ifPresent(WebElement::click);
        return join.isPresent();
    }

    /** Waits for a state of the call. */
    public RoomPage is(String state) {
        Await.until(who("to be " + state), () -> state().equals(state), this::describe);
        return this;
    }

    /** Waits until the call is blocked for a reason. */
    public RoomPage isBlockedBy(String reason) {
        Await.until(
                who("to be blocked by " + reason),
                () -> state().equals("blocked") && reason().equals(reason),
                this::describe);
        return this;
    }

    /** Waits for a reason; an empty one for none. */
    public RoomPage because(String reason) {
        Await.until(who("to have the reason " + reason), () -> reason().equals(reason), this::describe);
        return this;
    }

    /** Waits for the other participant's video. */
    public RoomPage sees(TestIdentity other) {
        media.awaitVideoOf(other);
        return this;
    }

    /** Waits for a video of this colour. */
    public RoomPage sees(Color color) {
        media.awaitVideoOf(color);
        return this;
    }

    /** Waits until the remote video is dark or gone. */
    public RoomPage seesDarkness() {
        media.awaitNoVideo();
        return this;
    }

    /** Waits until the remote video has shown some more frames. */
    public RoomPage seesMotion() {
        media.awaitMotion();
        return this;
    }

    /** Waits for the other participant's tone. */
    public RoomPage hears(TestIdentity other) {
        media.awaitToneOf(other);
        return this;
    }

    /** Waits for any remote sound. */
    public RoomPage hearsSomething() {
        media.awaitAnySound();
        return this;
    }

    /** Waits for silence. */
    public RoomPage hearsNothing() {
        media.awaitSilence();
        return this;
    }

    /** Waits for a part of a status or alert, in any case of letters. */
    public RoomPage says(String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        Await.until(
                who("to read \"" + part + "\""),
                () -> sentences().toLowerCase(Locale.ROOT).contains(wanted),
                this::describe);
        return this;
    }

    /**
     * Waits for a part of a status that was announced, in any case of letters. It may have gone since. An announcement
     * that was found, and those before it, are not found again.
     */
    public RoomPage hasSaid(String part) {
        Await.until(
                who("to have read \"" + part + "\""),
                () -> Boolean.TRUE.equals(person().browser().executeScript("""
                                const at = __said.findIndex((said) => said.toLowerCase().includes(arguments[0]));
                                if (at >= 0) __said.splice(0, at + 1);
                                return at >= 0;
                                """, part.toLowerCase(Locale.ROOT))),
                () -> describe() + ", has said " + person().browser().executeScript("return __said"));
        return this;
    }

    /** Waits for a text on the remote picture. */
    public RoomPage readsOnRemotePicture(String part) {
        Await.until(
                who("to read \"" + part + "\" on the remote picture"),
                () -> remotePictureText().contains(part),
                () -> describe() + ", reads \"" + remotePictureText() + "\"");
        return this;
    }

    /** Waits until a text is no longer on the remote picture. */
    public RoomPage readsNoLongerOnRemotePicture(String part) {
        Await.until(
                who("to no longer read \"" + part + "\" on the remote picture"),
                () -> !remotePictureText().contains(part),
                () -> describe() + ", reads \"" + remotePictureText() + "\"");
        return this;
    }

    /**
     * Waits until a script's expression is true.
     *
     * @param what the expression proves, for the message of a failure
     */
    public RoomPage shows(String what, String expression) {
        Await.until(
                who("to see " + what),
                () -> Boolean.TRUE.equals(person().browser().executeScript("return " + expression)),
                this::describe);
        return this;
    }

    /** Runs a script in the page. */
    public RoomPage runScript(String script) {
        person().browser().executeScript(script);
        return this;
    }

    public RoomPage reload() {
        person().browser().navigate().refresh();
        return this;
    }

    /** The state of the call, as the page's {@code main} element has it; empty on another page. */
    public String state() {
        return attribute("data-call-state");
    }

    /** All statuses and alerts, also those that only a screen reader announces. */
    public String sentences() {
        return String.join(
                " / ",
                visible("[role=status], [role=alert]")
                        .map(sentence -> String.valueOf(sentence.getDomProperty("textContent")))
                        .filter(text -> !text.isBlank())
                        .toList());
    }

    @Override
    RoomPage self() {
        return this;
    }

    @Override
    String describe() {
        return "state " + state() + ", reason \"" + reason() + "\", says \"" + sentences() + "\"";
    }

    private String reason() {
        return attribute("data-reason");
    }

    private String attribute(String name) {
        return String.valueOf(person().browser()
                .executeScript("return document.querySelector('main')?.getAttribute(arguments[0]) ?? ''", name));
    }

    private String remotePictureText() {
        return String.valueOf(
                person().browser().executeScript("return document.querySelector('.remote-picture').innerText"));
    }
}
