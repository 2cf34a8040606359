package videochatroom.it.pages;

import java.net.URI;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import videochatroom.it.support.Patience;
import videochatroom.it.support.Person;

/** The page where one types the name of a room. */
public final class LandingPage {

    private final Person person;

    private LandingPage(Person person) {
        this.person = person;
    }

    /** Somebody opens the landing page of a deployment. */
    public static LandingPage open(Person person, URI base) {
        person.open(base);
        return new LandingPage(person);
    }

    /** The name that the page suggests. */
    public String suggestedName() {
        Patience.until(
                person.name() + " to be offered a name",
                () -> !value().isEmpty(),
                () -> person.browser().getCurrentUrl());
        return value();
    }

    /** Types another name. */
    public LandingPage type(String roomName) {
        suggestedName();
        roomName().clear();
        roomName().sendKeys(roomName);
        return this;
    }

    /** Goes to the room. */
    public RoomPage start() {
        person.browser()
                .findElement(By.xpath("//button[normalize-space()='Start']"))
                .click();
        return RoomPage.of(person);
    }

    private String value() {
        return String.valueOf(roomName().getDomProperty("value"));
    }

    private WebElement roomName() {
        String label = "//label[normalize-space()='Room name']";
        String id = person.browser().findElement(By.xpath(label)).getDomAttribute("for");
        return person.browser().findElement(By.id(id));
    }
}
