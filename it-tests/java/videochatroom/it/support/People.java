package videochatroom.it.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.WebDriverException;

/**
 * Everybody who takes part in a test. Their browsers end with it; if it fails, what each of them saw is kept in
 * {@code target/failures}, together with the server's log.
 */
public final class People implements AfterTestExecutionCallback, AfterEachCallback {

    private final List<Person> present = new ArrayList<>();

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

    /** What somebody sits before, to be changed. */
    public static Person.Equipment equipment(Looks looks) {
        return new Person.Equipment(looks);
    }

    /** Somebody goes before the test ends. */
    public void leave(Person person) {
        present.remove(person);
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
        present.forEach(Person::close);
        present.clear();
    }
}
