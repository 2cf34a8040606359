package videochatroom.it.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.WebDriverException;

/**
 * Everybody who takes part in a test. Their browsers end with it; if it fails, what each of them saw is kept in
 * {@code target/failures}, together with the server's log.
 */
public final class People implements AfterTestExecutionCallback, AfterEachCallback, AfterAllCallback {

    private final List<Person> present = new ArrayList<>();
    private final Map<String, Person> places = new HashMap<>();
    private final boolean stay;

    /** People who go when a test ends. */
    public People() {
        this(false);
    }

    private People(boolean stay) {
        this.stay = stay;
    }

    /** People who stay, on an empty page, for all tests of a class, as long as none fails. */
    public static People whoStay() {
        return new People(true);
    }

    /** Somebody with camera and microphone, which his browser gives to any page. */
    public Person sitDown(Looks looks) {
        return sitDown(new Person.Equipment(looks));
    }

    /** Somebody whose equipment is special. */
    public Person sitDown(Person.Equipment equipment) {
        Person person = equipment.sitDown();
        present.add(person);
        return person;
    }

    /** Who is at a place already, or else sits down there. */
    public Person at(String place, Supplier<Person> sittingDown) {
        return places.computeIfAbsent(place, p -> sittingDown.get());
    }

    /** What somebody sits before, to be changed. */
    public static Person.Equipment equipment(Looks looks) {
        return new Person.Equipment(looks);
    }

    /** Somebody goes before the test ends. */
    public void leave(Person person) {
        present.remove(person);
        places.values().remove(person);
        person.close();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws IOException {
        if (context.getExecutionException().isEmpty()) {
            return;
        }
        Path directory = Server.target(
                "failures",
                System.getProperty("arquillian.launch", "no-container"),
                context.getRequiredTestClass().getSimpleName() + "."
                        + context.getRequiredTestMethod().getName());
        Files.createDirectories(directory);
        for (Person person : present) {
            try {
                person.saveEvidence(directory);
            } catch (WebDriverException e) {
                Files.writeString(directory.resolve(person.name() + "-gone.txt"), String.valueOf(e));
            }
        }
        if (System.getProperty("it.server.log") != null) {
            Files.writeString(directory.resolve("server.log"), Server.log());
        }
        System.err.println("What was seen is kept in " + directory);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (stay && context.getExecutionException().isEmpty()) {
            present.forEach(Person::rest);
        } else {
            afterAll(context);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        present.forEach(Person::close);
        present.clear();
        places.clear();
    }
}
