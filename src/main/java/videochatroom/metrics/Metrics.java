package videochatroom.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import videochatroom.protocol.ErrorCode;

/**
 * Counts what happens. Every counter is looked up once, here: counting is an addition then, on fields that threads do
 * not fight for. Nothing that a client chooses becomes a label, so that nobody can make more of them.
 *
 * <p>Thread-safe.
 */
public final class Metrics {

    /** Of the codes that every socket may be closed with (RFC 6455, section 7.4.1). */
    private static final int[] STANDARD_CLOSE_CODES = {1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1011};

    private static final Duration[] CONNECT_BUCKETS = Stream.of(250, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private final Counter joins;
    private final Counter relayedMessages;
    private final Counter relayedBytes;
    private final Counter fullRooms;
    private final Map<ErrorCode, Counter> refusals = new EnumMap<>(ErrorCode.class);
    private final Map<Integer, Counter> closes;
    private final Counter otherCloses;
    private final Timer direct;
    private final Timer relayed;

    /** @param closeCodes with which this server closes sockets by itself */
    public Metrics(IntStream closeCodes) {
        joins = counter("videochatroom.joins", "Seats taken, also those taken again.");
        relayedMessages = counter("videochatroom.relayed.messages", "Messages from one participant for another.");
        relayedBytes = counter("videochatroom.relayed.bytes", "Bytes of those messages.");
        fullRooms = refusal("room_full");
        for (ErrorCode code : ErrorCode.values()) {
            refusals.put(code, refusal(code.code()));
        }
        Map<Integer, Counter> byCode = new HashMap<>();
        IntStream.concat(IntStream.of(STANDARD_CLOSE_CODES), closeCodes)
                .forEach(code -> byCode.put(code, close(String.valueOf(code))));
        closes = Collections.unmodifiableMap(byCode);
        otherCloses = close("other");
        direct = connectTime("direct");
        relayed = connectTime("relayed");
    }

    /** Has a value asked for whenever somebody looks. */
    public void watch(String name, String meaning, Supplier<Number> value) {
        Gauge.builder("videochatroom." + name, value)
                .description(meaning)
                .strongReference(true)
                .register(registry);
    }

    /** Somebody has taken a seat. */
    public void joined() {
        joins.increment();
    }

    /** A message was answered with an error. */
    public void refused(ErrorCode reason) {
        refusals.get(reason).increment();
    }

    /** Somebody found a room full. */
    public void foundFull() {
        fullRooms.increment();
    }

    /**
     * A message is on its way from one participant to another.
     *
     * @param bytes of it, in UTF-8
     */
    public void relayed(long bytes) {
        relayedMessages.increment();
        relayedBytes.increment((double) bytes);
    }

    /** A socket is closed. */
    public void closed(int code) {
        closes.getOrDefault(code, otherCloses).increment();
    }

    /**
     * A browser says that it is connected to the other one.
     *
     * @param after meeting him
     * @param byRelay whether through a TURN server
     */
    public void connected(Duration after, boolean byRelay) {
        (byRelay ? relayed : direct).record(after);
    }

    /** All of it, in Prometheus' text format (version 0.0.4). */
    public String scrape() {
        return registry.scrape("text/plain; version=0.0.4; charset=utf-8");
    }

    private Counter refusal(String reason) {
        return Counter.builder("videochatroom.refusals")
                .description("What was refused, by reason.")
                .tag("reason", reason)
                .register(registry);
    }

    private Counter close(String code) {
        return Counter.builder("videochatroom.closes")
                .description("Sockets that were closed, by code.")
                .tag("code", code)
                .register(registry);
    }

    private Timer connectTime(String path) {
        return Timer.builder("videochatroom.call.connected")
                .description("From meeting the other participant to being connected, as browsers report it.")
                .tag("path", path)
                .serviceLevelObjectives(CONNECT_BUCKETS)
                .register(registry);
    }

    private Counter counter(String name, String meaning) {
        return Counter.builder(name).description(meaning).register(registry);
    }
}
