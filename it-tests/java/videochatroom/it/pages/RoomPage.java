package videochatroom.it.pages;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import videochatroom.it.support.Looks;
import videochatroom.it.support.Patience;
import videochatroom.it.support.Person;
import videochatroom.it.support.Server;

/** The page of a room, as one person sees it. */
public final class RoomPage {

    /** The other's picture and sound. */
    public static final String REMOTE = "#remote-video";

    /** One's own picture. */
    public static final String OWN = "#own-video";

    private final Person person;

    private RoomPage(Person person) {
        this.person = person;
    }

    /** Somebody opens the address of a room. */
    public static RoomPage open(Person person, String roomName) {
        return open(person, Server.base().resolve(roomName));
    }

    /** Somebody opens the address of a room, wherever that is. */
    public static RoomPage open(Person person, URI address) {
        person.open(address);
        return new RoomPage(person);
    }

    /** The page that somebody is on already. */
    public static RoomPage of(Person person) {
        return new RoomPage(person);
    }

    /** Waits for a state of the call. */
    public RoomPage is(String state) {
        Patience.until(who("to be " + state), () -> state().equals(state), this::describe);
        return this;
    }

    /** Waits for the call to be blocked for a reason. */
    public RoomPage isBlockedBy(String reason) {
        Patience.until(
                who("to be blocked by " + reason),
                () -> state().equals("blocked") && reason().equals(reason),
                this::describe);
        return this;
    }

    /** Waits for the reason of what is special about the state. */
    public RoomPage because(String reason) {
        Patience.until(who("to have the reason " + reason), () -> reason().equals(reason), this::describe);
        return this;
    }

    /** Waits for the other's picture. */
    public RoomPage sees(Looks other) {
        Patience.until(
                who("to see " + other),
                () -> person.colorOf(REMOTE).filter(other::isSeenIn).isPresent(),
                () -> describe() + ", sees " + person.colorOf(REMOTE));
        return this;
    }

    /** Waits for the other's tone. */
    public RoomPage hears(Looks other) {
        Patience.until(
                who("to hear " + other),
                () -> person.soundOf(REMOTE)
                        .filter(sound -> sound.decibel() > -70 && other.isHeardIn(sound.hertz()))
                        .isPresent(),
                () -> describe() + ", hears " + person.soundOf(REMOTE));
        return this;
    }

    /** Waits for silence. */
    public RoomPage hearsNothing() {
        Patience.until(
                who("to hear nothing"),
                () -> person.soundOf(REMOTE)
                        .filter(sound -> sound.decibel() > -90)
                        .isEmpty(),
                () -> describe() + ", hears " + person.soundOf(REMOTE));
        return this;
    }

    /** Waits for the picture to be dark, or gone. */
    public RoomPage seesDarkness() {
        Patience.until(
                who("to see darkness"),
                () -> person.colorOf(REMOTE)
                        .filter(color -> color.getRed() + color.getGreen() + color.getBlue() > 60)
                        .isEmpty(),
                () -> describe() + ", sees " + person.colorOf(REMOTE));
        return this;
    }

    /** Waits until the picture has gone on by some frames. */
    public RoomPage seesThePictureMove() {
        long before = person.framesOf(REMOTE);
        Patience.until(
                who("to see 15 more pictures than " + before),
                () -> person.framesOf(REMOTE) >= before + 15,
                () -> describe() + ", " + person.framesOf(REMOTE) + " pictures");
        return this;
    }

    /** Waits for a sentence in the status or the alert, in any case of letters. */
    public RoomPage says(String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        Patience.until(
                who("to read \"" + part + "\""),
                () -> sentences().toLowerCase(Locale.ROOT).contains(wanted),
                this::describe);
        return this;
    }

    /** Presses the button of that name, as soon as it is there. */
    public RoomPage press(String button) {
        Patience.until(
                who("to have the button \"" + button + "\""),
                () -> buttons(button).findFirst().map(RoomPage::tryClick).orElse(false),
                this::describe);
        return this;
    }

    /** Waits for the state that a screen reader reads with a button. */
    public RoomPage hasPressed(String button, boolean pressed) {
        Patience.until(
                who("to have the button \"" + button + "\" pressed: " + pressed),
                () -> buttons(button).anyMatch(b -> String.valueOf(pressed).equals(b.getDomAttribute("aria-pressed"))),
                this::describe);
        return this;
    }

    /** Whether a button of that name can be seen. */
    public boolean hasButton(String button) {
        return buttons(button).findAny().isPresent();
    }

    /** Loads the page again. */
    public RoomPage reload() {
        person.browser().navigate().refresh();
        return this;
    }

    /** What the page says of the state of the call. */
    public String state() {
        return attribute("data-call-state");
    }

    private String reason() {
        return attribute("data-reason");
    }

    /** What the page tells the person. */
    public String sentences() {
        return String.join(
                " / ",
                visible("[role=status], [role=alert]")
                        .map(WebElement::getText)
                        .filter(text -> !text.isBlank())
                        .toList());
    }

    private String attribute(String name) {
        return String.valueOf(person.browser()
                .executeScript("return document.querySelector('main')?.getAttribute(arguments[0]) ?? ''", name));
    }

    private Stream<WebElement> buttons(String accessibleName) {
        return visible("button, a.button")
                .filter(button -> button.getAccessibleName().equals(accessibleName));
    }

    private Stream<WebElement> visible(String selector) {
        List<WebElement> found = person.browser().findElements(By.cssSelector(selector));
        return found.stream().filter(RoomPage::isDisplayed);
    }

    private static boolean isDisplayed(WebElement element) {
        try {
            return element.isDisplayed();
        } catch (StaleElementReferenceException replacedMeanwhile) {
            return false;
        }
    }

    private static boolean tryClick(WebElement element) {
        if (!element.isEnabled()) {
            return false;
        }
        element.click();
        return true;
    }

    private String who(String what) {
        return person.name() + " " + what;
    }

    private String describe() {
        return "state " + state() + ", reason \"" + reason() + "\", says \"" + sentences() + "\"";
    }
}
