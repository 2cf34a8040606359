package videochatroom.it.support;

import java.time.Duration;
import java.util.function.Supplier;
import org.openqa.selenium.support.ui.FluentWait;

/** Waits for a state, never for a fixed time. */
public final class Await {

    /** Far longer than anything takes on an idle machine. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private Await() {}

    /** Waits until the state holds, for {@link #DEFAULT_TIMEOUT} at most. */
    public static void until(String what, Supplier<Boolean> state, Supplier<Object> actual) {
        until(what, DEFAULT_TIMEOUT, state, actual);
    }

    /**
     * Waits until the state holds.
     *
     * @param what is awaited, for the message of a failure
     * @param actual describes what there is instead, for the message of a failure
     * @throws org.openqa.selenium.TimeoutException if the state does not hold in time
     */
    public static void until(String what, Duration timeout, Supplier<Boolean> state, Supplier<Object> actual) {
        new FluentWait<>(what)
                .withTimeout(timeout)
                .pollingEvery(POLL_INTERVAL)
                .withMessage(() -> what + ": not so after " + timeout.toSeconds() + " s, but: " + actual.get())
                .until(ignored -> state.get());
    }
}
