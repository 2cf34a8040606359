package videochatroom.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefusedOriginsTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final List<String> log = new ArrayList<>();
    private final RefusedOrigins refused = new RefusedOrigins(log::add, now::get);

    @Test
    void namesBothHeadersAndTheSetting() {
        refused.add("https://talk.example.org:8443", "talk.example.org");
        assertTrue(log.get(0).contains("Origin: https://talk.example.org:8443,"), log::toString);
        assertTrue(log.get(0).contains("Host: talk.example.org "), log::toString);
        assertTrue(log.get(0).contains("frontend.url"), log::toString);
    }

    @Test
    void areLoggedOnceAMinute() {
        refused.add("https://a.example", "b.example");
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        refused.add("https://a.example", "b.example");
        assertEquals(1, log.size());
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        refused.add("https://a.example", "b.example");
        assertEquals(2, log.size());
    }

    @Test
    void cannotForgeOrFloodTheLog() {
        refused.add("x\n\u001b[2JWARNING".repeat(10_000), null);
        assertTrue(log.get(0).chars().allMatch(c -> c >= ' ' && c < 127), log::toString);
        assertTrue(log.get(0).length() < 700, log::toString);
        assertTrue(log.get(0).contains("Host: (none)"), log::toString);
    }
}
