package videochatroom.it.pages;

import java.util.List;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import videochatroom.it.support.Await;
import videochatroom.it.support.Person;

/**
 * The controls of a page, found by their accessible names. Methods wait until a control is there, because some are
 * loaded when they are first needed.
 *
 * @param <P> the page itself, which the methods return
 */
public abstract class PageControls<P extends PageControls<P>> {

    private final Person person;

    PageControls(Person person) {
        this.person = person;
    }

    abstract P self();

    /** The state of the page, for the message of a failure. */
    abstract String describe();

    /** The person whose browser shows the page. */
    public final Person person() {
        return person;
    }

    /** Presses a button. */
    public P press(String button) {
        Await.until(
                who("to have the button \"" + button + "\""),
                () -> buttons(button).findFirst().map(PageControls::tryClick).orElse(false),
                this::describe);
        return self();
    }

    /** Presses a button of the menu. */
    public P pressInMenu(String button) {
        press("More");
        Await.until(
                who("to have \"" + button + "\" in the menu"),
                () -> visible(".more-item")
                        .filter(item -> item.getAccessibleName().equals(button))
                        .findFirst()
                        .map(PageControls::tryClick)
                        .orElse(false),
                this::describe);
        return self();
    }

    /** Waits until a button has this {@code aria-pressed}. */
    public P hasPressed(String button, boolean pressed) {
        Await.until(
                who("to have the button \"" + button + "\" pressed: " + pressed),
                () -> buttons(button)
                        .anyMatch(found -> String.valueOf(pressed).equals(found.getDomAttribute("aria-pressed"))),
                this::describe);
        return self();
    }

    /** Whether a button is visible. Does not wait. */
    public boolean hasButton(String button) {
        return buttons(button).findAny().isPresent();
    }

    /** Replaces the text of a field. */
    public P type(String label, String text) {
        WebElement field = field(label);
        field.clear();
        field.sendKeys(text);
        return self();
    }

    /** Clicks a switch. */
    public P toggle(String label) {
        field(label).click();
        return self();
    }

    /** Selects an option of a list. */
    public P choose(String label, String option) {
        Await.until(
                who("to have \"" + option + "\" in the list \"" + label + "\""),
                () -> options(label).contains(option),
                () -> describe() + ", has " + options(label));
        new Select(fields(label).findFirst().orElseThrow()).selectByVisibleText(option);
        return self();
    }

    /** Waits until an option of a list is selected. */
    public P hasChosen(String label, String option) {
        Await.until(
                who("to have chosen \"" + option + "\" from the list \"" + label + "\""),
                () -> fields(label)
                        .findFirst()
                        .map(list -> new Select(list).getFirstSelectedOption().getText())
                        .filter(option::equals)
                        .isPresent(),
                () -> describe() + ", has " + options(label));
        return self();
    }

    /** Types keys into the focused element. */
    public P keys(CharSequence... keys) {
        person.browser().switchTo().activeElement().sendKeys(keys);
        return self();
    }

    public P holdKey(Keys key) {
        new Actions(person.browser()).keyDown(key).perform();
        return self();
    }

    public P releaseKey(Keys key) {
        new Actions(person.browser()).keyUp(key).perform();
        return self();
    }

    final String who(String what) {
        return person.name() + " " + what;
    }

    final Stream<WebElement> visible(String selector) {
        List<WebElement> found = person.browser().findElements(By.cssSelector(selector));
        return found.stream().filter(PageControls::isDisplayed);
    }

    private Stream<WebElement> buttons(String accessibleName) {
        return visible("button, a.button")
                .filter(button -> button.getAccessibleName().equals(accessibleName));
    }

    private WebElement field(String label) {
        Await.until(
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
}
