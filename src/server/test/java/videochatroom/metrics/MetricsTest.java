package videochatroom.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import videochatroom.protocol.ErrorCode;

class MetricsTest {

    private final Metrics metrics = new Metrics(IntStream.of(4408));

    @Test
    void everyMetricExistsFromTheStart() {
        assertSays("videochatroom_joins_total 0.0");
        assertSays("videochatroom_relayed_messages_total 0.0");
        assertSays("videochatroom_refusals_total{reason=\"room_full\"} 0.0");
        for (ErrorCode code : ErrorCode.values()) {
            assertSays("videochatroom_refusals_total{reason=\"" + code.wireName() + "\"} 0.0");
        }
        assertSays("videochatroom_closes_total{code=\"4408\"} 0.0");
        assertSays("videochatroom_call_connected_seconds_count{path=\"direct\"} 0");
    }

    @Test
    void countsWhatHappens() {
        metrics.joined();
        metrics.joined();
        metrics.foundFull();
        metrics.refused(ErrorCode.NOT_JSON);
        metrics.relayed(1_000);
        metrics.relayed(24);
        metrics.connected(Duration.ofMillis(700), false);
        metrics.connected(Duration.ofSeconds(3), true);

        assertSays("videochatroom_joins_total 2.0");
        assertSays("videochatroom_refusals_total{reason=\"room_full\"} 1.0");
        assertSays("videochatroom_refusals_total{reason=\"not_json\"} 1.0");
        assertSays("videochatroom_relayed_messages_total 2.0");
        assertSays("videochatroom_relayed_bytes_total 1024.0");
        assertSays("videochatroom_call_connected_seconds_bucket{path=\"direct\",le=\"0.5\"} 0");
        assertSays("videochatroom_call_connected_seconds_bucket{path=\"direct\",le=\"1.0\"} 1");
        assertSays("videochatroom_call_connected_seconds_sum{path=\"relayed\"} 3.0");
    }

    @Test
    void unknownCloseCodesShareOneLabel() {
        int lines = metrics.scrape().lines().toList().size();
        for (int code = 3000; code < 5000; code++) {
            metrics.closed(code);
        }
        assertSays("videochatroom_closes_total{code=\"4408\"} 1.0");
        assertSays("videochatroom_closes_total{code=\"other\"} 1999.0");
        assertEquals(lines, metrics.scrape().lines().toList().size());
    }

    @Test
    void gaugesAreReadWithEachScrape() {
        var rooms = new AtomicInteger(3);
        metrics.watch("rooms", "Rooms.", rooms::get);
        assertSays("videochatroom_rooms 3.0");
        rooms.set(4);
        assertSays("videochatroom_rooms 4.0");
    }

    @Test
    void nothingIsLostBetweenThreads() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            var thread = new Thread(() -> IntStream.range(0, 10_000).forEach(n -> metrics.relayed(10)));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertSays("videochatroom_relayed_messages_total 80000.0");
        assertSays("videochatroom_relayed_bytes_total 800000.0");
    }

    private void assertSays(String line) {
        String scraped = metrics.scrape();
        assertTrue(scraped.lines().anyMatch(line::equals), () -> line + " is not in:\n" + scraped);
    }
}
