package videochatroom.it.support;

import java.time.Duration;
import java.util.function.Supplier;
import org.openqa.selenium.support.ui.FluentWait;

/** Waiting for a state, never for time to pass. */
public final class Patience {

    /** Far longer than anything takes on a quiet machine. */
    public static final Duration LONG = Duration.ofSeconds(30);

    private static final Duration POLL = Duration.ofMillis(50);

    private Patience() {}

    /** Waits until the state holds; the failure says what it waited for and how it looked instead. */
    public static void until(String what, Supplier<Boolean> state, Supplier<Object> instead) {
        until(what, LONG, state, instead);
    }

    /** Waits until the state holds, for a time of its own. */
    public static void until(String what, Duration atMost, Supplier<Boolean> state, Supplier<Object> instead) {
        new FluentWait<>(what)
                .withTimeout(atMost)
                .pollingEvery(POLL)
                .withMessage(() -> what + ": not so after " + atMost.toSeconds() + " s, but: " + instead.get())
                .until(ignored -> state.get());
    }
}
