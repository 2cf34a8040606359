package videochatroom.it.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.WebDriverException;

/**
 * Everybody who takes part in a test. Their browsers end with it, or forget everything; if it fails, what each of them
 * saw is kept in {@code target/failures}, together with the server's log.
 */
public final class People
        implements BeforeEachCallback, AfterTestExecutionCallback, AfterEachCallback, AfterAllCallback {

    private final List<Person> present = new ArrayList<>();
    private final Map<String, Person> places = new HashMap<>();
    private final Map<Person, Looks> usual = new HashMap<>();
    private Optional<RestRoom> restRoom = Optional.empty();
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
        Optional<Person> rested = restRoom.flatMap(room -> room.leave(looks));
        rested.ifPresent(present::add);
        Person person = rested.orElseGet(() -> sitDown(new Person.Equipment(looks)));
        usual.put(person, looks);
        return person;
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
        usual.remove(person);
        person.close();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        restRoom = stay ? Optional.empty() : Optional.of(RestRoom.of(context));
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws IOException {
        if (context.getExecutionException().isEmpty()) {
            return;
        }
        Path directory = Project.target(
                "failures",
                Server.kind(),
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
        Optional<String> log = Server.knownLog();
        if (log.isPresent()) {
            Files.writeString(directory.resolve("server.log"), log.get());
        }
        System.err.println("What was seen is kept in " + directory);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean failed = context.getExecutionException().isPresent();
        if (stay && !failed) {
            present.forEach(Person::rest);
            return;
        }
        if (!failed) {
            present.removeAll(usual.keySet());
            usual.forEach((person, looks) -> restRoom.orElseThrow().enter(looks, person));
        }
        afterAll(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        present.forEach(Person::close);
        present.clear();
        usual.clear();
        places.clear();
    }
}
