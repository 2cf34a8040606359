package videochatroom.it.pages;

import java.net.URI;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import videochatroom.it.support.Await;
import videochatroom.it.support.Person;

/** The landing page, on which a person enters the name of a room, in a person's browser. */
public final class LandingPage {

    private final Person person;

    private LandingPage(Person person) {
        this.person = person;
    }

    /** Opens the landing page of a deployment. */
    public static LandingPage open(Person person, URI base) {
        person.open(base);
        return new LandingPage(person);
    }

    /** Waits for the room name that the page suggests. */
    public String suggestedName() {
        Await.until(
                person.name() + " to be offered a name",
                () -> !value().isEmpty(),
                () -> person.browser().getCurrentUrl());
        return value();
    }

    /** Replaces the suggested name. */
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
