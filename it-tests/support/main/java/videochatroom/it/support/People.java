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
 * The people of a test, each with a browser. After the test their browsers are closed, or reset for the next test. If
 * the test fails, their diagnostics and the server's log are kept in {@code target/failures}.
 */
public final class People
        implements BeforeEachCallback, AfterTestExecutionCallback, AfterEachCallback, AfterAllCallback {

    private final List<Person> present = new ArrayList<>();
    private final Map<String, Person> reused = new HashMap<>();
    /** People whose browsers have default options and go back to the pool. */
    private final Map<Person, TestIdentity> pooled = new HashMap<>();

    private Optional<BrowserPool> pool = Optional.empty();
    private final boolean keepBetweenTests;

    /** People of a single test. */
    public People() {
        this(false);
    }

    private People(boolean keepBetweenTests) {
        this.keepBetweenTests = keepBetweenTests;
    }

    /** People who stay, on an empty page, for all tests of a class, as long as no test fails. */
    public static People forAllTestsOfAClass() {
        return new People(true);
    }

    /** A person whose browser has the default options: {@link BrowserOptions}. */
    public Person start(TestIdentity identity) {
        Optional<Person> idle = pool.flatMap(browsers -> browsers.take(identity));
        idle.ifPresent(present::add);
        Person person = idle.orElseGet(() -> start(BrowserOptions.of(identity)));
        pooled.put(person, identity);
        return person;
    }

    /** A person whose browser has other options. */
    public Person start(BrowserOptions options) {
        Person person = options.start();
        present.add(person);
        return person;
    }

    /** The person who was started under this key by an earlier test, or a new one. */
    public Person reuse(String key, Supplier<Person> start) {
        return reused.computeIfAbsent(key, unused -> start.get());
    }

    /** Closes a person's browser before the test ends. */
    public void close(Person person) {
        present.remove(person);
        reused.values().remove(person);
        pooled.remove(person);
        person.close();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        pool = keepBetweenTests ? Optional.empty() : Optional.of(BrowserPool.of(context));
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
                person.saveDiagnostics(directory);
            } catch (WebDriverException e) {
                Files.writeString(directory.resolve(person.name() + "-gone.txt"), String.valueOf(e));
            }
        }
        Optional<String> log = Server.knownLog();
        if (log.isPresent()) {
            Files.writeString(directory.resolve("server.log"), log.get());
        }
        System.err.println("Diagnostics of the failure are in " + directory);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean failed = context.getExecutionException().isPresent();
        if (keepBetweenTests && !failed) {
            present.forEach(Person::openBlankPage);
            return;
        }
        if (!failed) {
            present.removeAll(pooled.keySet());
            pooled.forEach((person, identity) -> pool.orElseThrow().giveBack(identity, person));
        }
        afterAll(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        present.forEach(Person::close);
        present.clear();
        pooled.clear();
        reused.clear();
    }
}
