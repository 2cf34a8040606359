package videochatroom.it.support;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.WebDriverException;

/**
 * Where people with usual equipment are between two tests, since a browser takes longer to start than most tests take.
 * Nobody comes out of it with anything that he brought in. It closes with the last test of all.
 */
final class RestRoom implements AutoCloseable {

    private final Map<Looks, Deque<Person>> resting = new EnumMap<>(Looks.class);

    /** The one of all tests that are run together. */
    static RestRoom of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RestRoom.class))
                .getOrComputeIfAbsent(RestRoom.class, unused -> new RestRoom(), RestRoom.class);
    }

    /** Who looks like that and rests, if there is somebody. */
    synchronized Optional<Person> leave(Looks looks) {
        return Optional.ofNullable(
                resting.getOrDefault(looks, new ArrayDeque<>()).poll());
    }

    /** Takes somebody in; who is not able to rest any more, as after a crash, is gone. */
    synchronized void enter(Looks looks, Person person) {
        try {
            person.forgetEverything();
        } catch (WebDriverException e) {
            person.close();
            return;
        }
        resting.computeIfAbsent(looks, unused -> new ArrayDeque<>()).add(person);
    }

    @Override
    public synchronized void close() {
        resting.values().forEach(people -> people.forEach(Person::close));
        resting.clear();
    }
}
