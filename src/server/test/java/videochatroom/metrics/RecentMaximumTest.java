package videochatroom.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentMaximumTest {

    private Duration now = Duration.ofSeconds(90);
    private final RecentMaximum maximum = new RecentMaximum(() -> now.toMillis());

    @Test
    void isTheLargestValueOfTheLastMinutes() {
        assertEquals(0, maximum.seconds());
        maximum.record(3);
        maximum.record(2);
        assertEquals(3, maximum.seconds());

        now = now.plusMinutes(2);
        maximum.record(1);
        assertEquals(3, maximum.seconds());

        now = now.plusMinutes(1);
        assertEquals(1, maximum.seconds());

        now = now.plusHours(1);
        assertEquals(0, maximum.seconds());
    }
}
