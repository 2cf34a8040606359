package videochatroom.it.support;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.WebDriverException;

/**
 * Keeps browsers with default options between tests, because a browser takes longer to start than most tests take. A
 * browser is reset before another test gets it. All browsers are closed after the last test of the run. Thread-safe.
 */
final class BrowserPool implements AutoCloseable {

    private final Map<TestIdentity, Deque<Person>> idle = new EnumMap<>(TestIdentity.class);

    /** The pool that all tests of a run share. */
    static BrowserPool of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(BrowserPool.class))
                .getOrComputeIfAbsent(BrowserPool.class, unused -> new BrowserPool(), BrowserPool.class);
    }

    /** Takes an idle person with this identity out of the pool, if there is one. */
    synchronized Optional<Person> take(TestIdentity identity) {
        return Optional.ofNullable(
                idle.getOrDefault(identity, new ArrayDeque<>()).poll());
    }

    /** Resets the person's browser and puts the person into the pool. Closes a browser that has crashed. */
    synchronized void giveBack(TestIdentity identity, Person person) {
        try {
            person.reset();
        } catch (WebDriverException e) {
            person.close();
            return;
        }
        idle.computeIfAbsent(identity, unused -> new ArrayDeque<>()).add(person);
    }

    @Override
    public synchronized void close() {
        idle.values().forEach(people -> people.forEach(Person::close));
        idle.clear();
    }
}
