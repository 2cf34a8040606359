package videochatroom.it.pages;

import java.awt.Color;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
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

    /** Keeps what is said in passing: a busy machine may look too late. */
    private static final String REMEMBER_SAYINGS = """
            if (!window.__said) {
              window.__said = [];
              new MutationObserver(() => {
                for (const { textContent } of document.querySelectorAll("[role=status]")) {
                  if (!__said.includes(textContent)) __said.push(textContent);
                }
              }).observe(document, { subtree: true, childList: true, characterData: true });
            }
            """;

    private final Person person;

    private RoomPage(Person person) {
        this.person = person;
    }

    /** Somebody opens the address of a room, and goes straight in. */
    public static RoomPage open(Person person, String roomName) {
        return open(person, Server.base().resolve(roomName));
    }

    /** Somebody opens the address of a room, wherever that is, and goes straight in. */
    public static RoomPage open(Person person, URI address) {
        person.runInEveryPage(REMEMBER_SAYINGS);
        person.open(address.getQuery() == null ? URI.create(address + "?join") : address);
        return new RoomPage(person);
    }

    /**
     * Somebody opens the address of a room as he got it, and stands in the lobby, unless he wished otherwise before.
     */
    public static RoomPage approach(Person person, String roomName) {
        person.runInEveryPage(REMEMBER_SAYINGS);
        person.open(Server.base().resolve(roomName));
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

    /** Waits for a picture that is nobody's, but has this colour. */
    public RoomPage sees(Color color) {
        Patience.until(
                who("to see " + color),
                () -> person.colorOf(REMOTE).filter(seen -> alike(seen, color)).isPresent(),
                () -> describe() + ", sees " + person.colorOf(REMOTE));
        return this;
    }

    private static boolean alike(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed()) < 30
                && Math.abs(a.getGreen() - b.getGreen()) < 30
                && Math.abs(a.getBlue() - b.getBlue()) < 30;
    }

    /** Waits for the other's tone. */
    public RoomPage hears(Looks other) {
        return hears(
                "to hear " + other,
                heard -> heard.filter(sound -> sound.decibel() > -70 && other.isHeardIn(sound.hertz()))
                        .isPresent());
    }

    /** Waits for any sound. */
    public RoomPage hearsSomething() {
        return hears(
                "to hear something",
                heard -> heard.filter(sound -> sound.decibel() > -70).isPresent());
    }

    /** Waits for silence: an ear that has just begun to listen has heard nothing yet. */
    public RoomPage hearsNothing() {
        return hears(
                "to hear nothing",
                heard -> heard.filter(sound -> sound.decibel() > -90 || sound.seconds() < 0.4)
                        .isEmpty());
    }

    private RoomPage hears(String what, Predicate<Optional<Person.Sound>> wanted) {
        Patience.until(
                who(what),
                () -> wanted.test(person.soundOf(REMOTE)),
                () -> describe() + ", hears " + person.soundOf(REMOTE));
        person.stopListening();
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

    /** Waits for a sentence that was said in passing since the last time, in any case of letters. */
    public RoomPage hasSaid(String part) {
        Patience.until(
                who("to have read \"" + part + "\""),
                () -> Boolean.TRUE.equals(person.browser().executeScript("""
                                const at = __said.findIndex((said) => said.toLowerCase().includes(arguments[0]));
                                if (at >= 0) __said.splice(0, at + 1);
                                return at >= 0;
                                """, part.toLowerCase(Locale.ROOT))),
                () -> describe() + ", has said " + person.browser().executeScript("return __said"));
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

    /** Presses a button of the menu. */
    public RoomPage pressInMenu(String button) {
        press("More");
        Patience.until(
                who("to have \"" + button + "\" in the menu"),
                () -> visible(".more-item")
                        .filter(item -> item.getAccessibleName().equals(button))
                        .findFirst()
                        .map(RoomPage::tryClick)
                        .orElse(false),
                this::describe);
        return this;
    }

    /** Types into a field, in place of what is there. */
    public RoomPage type(String label, String text) {
        WebElement field = field(label);
        field.clear();
        field.sendKeys(text);
        return this;
    }

    /** Presses keys that are meant for the page, not for a field of it. */
    public RoomPage keys(CharSequence... keys) {
        person.browser().switchTo().activeElement().sendKeys(keys);
        return this;
    }

    /** Holds a key down. */
    public RoomPage hold(Keys key) {
        new Actions(person.browser()).keyDown(key).perform();
        return this;
    }

    /** Lets go of a key. */
    public RoomPage letGo(Keys key) {
        new Actions(person.browser()).keyUp(key).perform();
        return this;
    }

    /** Turns a switch to the other side. */
    public RoomPage flick(String label) {
        field(label).click();
        return this;
    }

    /** Chooses from a list. */
    public RoomPage choose(String label, String option) {
        Patience.until(
                who("to have \"" + option + "\" in the list \"" + label + "\""),
                () -> options(label).contains(option),
                () -> describe() + ", has " + options(label));
        new Select(fields(label).findFirst().orElseThrow()).selectByVisibleText(option);
        return this;
    }

    /** Waits for what is chosen from a list. */
    public RoomPage hasChosen(String label, String option) {
        Patience.until(
                who("to have chosen \"" + option + "\" from the list \"" + label + "\""),
                () -> fields(label)
                        .findFirst()
                        .map(list -> new Select(list).getFirstSelectedOption().getText())
                        .filter(option::equals)
                        .isPresent(),
                () -> describe() + ", has " + options(label));
        return this;
    }

    /** Waits for a name or a word on the other's picture. */
    public RoomPage readsOnTheOther(String part) {
        Patience.until(
                who("to read \"" + part + "\" on the other's picture"),
                () -> onTheOther().contains(part),
                () -> describe() + ", reads \"" + onTheOther() + "\"");
        return this;
    }

    /** Waits for nothing of the kind to be on the other's picture. */
    public RoomPage readsNoMoreOnTheOther(String part) {
        Patience.until(
                who("to read no more \"" + part + "\" on the other's picture"),
                () -> !onTheOther().contains(part),
                () -> describe() + ", reads \"" + onTheOther() + "\"");
        return this;
    }

    /** Waits for something that a script tells of the page. */
    public RoomPage shows(String what, String script) {
        Patience.until(
                who("to see " + what),
                () -> Boolean.TRUE.equals(person.browser().executeScript("return " + script)),
                this::describe);
        return this;
    }

    /** Runs a script in the page. */
    public RoomPage happens(String script) {
        person.browser().executeScript(script);
        return this;
    }

    /** The one before the page. */
    public Person person() {
        return person;
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
                        // also what only a screen reader says
                        .map(sentence -> String.valueOf(sentence.getDomProperty("textContent")))
                        .filter(text -> !text.isBlank())
                        .toList());
    }

    private String attribute(String name) {
        return String.valueOf(person.browser()
                .executeScript("return document.querySelector('main')?.getAttribute(arguments[0]) ?? ''", name));
    }

    /** Waits for a field or switch: what is opened rarely is loaded when it is. */
    private WebElement field(String label) {
        Patience.until(
                who("to have the field \"" + label + "\""),
                () -> fields(label).findFirst().isPresent(),
                this::describe);
        return fields(label).findFirst().orElseThrow();
    }

    private Stream<WebElement> fields(String accessibleName) {
        return visible("input, select")
                .filter(field -> field.getAccessibleName().equals(accessibleName));
    }

    private List<String> options(String label) {
        return fields(label)
                .flatMap(list -> new Select(list).getOptions().stream())
                .map(WebElement::getText)
                .toList();
    }

    private String onTheOther() {
        return String.valueOf(
                person.browser().executeScript("return document.querySelector('.remote-picture').innerText"));
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
