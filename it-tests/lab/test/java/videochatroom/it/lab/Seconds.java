package videochatroom.it.lab;

import java.time.Duration;
import java.util.Locale;

/** Formats durations in seconds with one decimal, for shell commands and tables. */
final class Seconds {

    private Seconds() {}

    static String of(Duration duration) {
        return of(duration.toMillis() / 1000.0);
    }

    static String of(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }
}
