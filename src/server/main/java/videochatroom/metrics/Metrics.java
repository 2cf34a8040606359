package videochatroom.metrics;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import videochatroom.protocol.ErrorCode;

/**
 * The metrics of the application. Every counter is looked up once, here, so that counting is an addition without
 * contention. No label has a value that a client chooses, so that clients cannot make new ones.
 *
 * <p>Thread-safe.
 */
public final class Metrics {

    /** Close codes that are counted by themselves (RFC 6455, section 7.4.1). */
    private static final int[] STANDARD_CLOSE_CODES = {1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1011};

    private static final double[] CONNECT_SECONDS = {0.25, 0.5, 1, 2, 5, 10, 30, 60};

    private static final String PREFIX = "videochatroom_";

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

    private final CounterDataPoint joins = counter("joins", "Seats taken, also those taken again.");
    private final CounterDataPoint relayedMessages =
            counter("relayed_messages", "Messages from one participant for another.");
    private final CounterDataPoint relayedBytes = counter("relayed_bytes", "Bytes of those messages.");
    private final CounterDataPoint fullRooms;
    private final Map<ErrorCode, CounterDataPoint> refusals = new EnumMap<>(ErrorCode.class);
    private final Map<Integer, CounterDataPoint> closes;
    private final CounterDataPoint otherCloses;
    private final ConnectTime direct;
    private final ConnectTime relayed;

    /** The times that browsers took to connect by one path. */
    private record ConnectTime(DistributionDataPoint distribution, RecentMaximum maximum) {
        void record(Duration time) {
            double seconds = time.toNanos() / 1e9;
            distribution.observe(seconds);
            maximum.record(seconds);
        }
    }

    /** @param closeCodes the codes with which this server closes sockets by itself */
    public Metrics(IntStream closeCodes) {
        Counter refused = labelled("refusals", "What was refused, by reason.", "reason");
        fullRooms = refused.labelValues("room_full");
        for (ErrorCode code : ErrorCode.values()) {
            refusals.put(code, refused.labelValues(code.wireName()));
        }
        Counter closed = labelled("closes", "Sockets that were closed, by code.", "code");
        Map<Integer, CounterDataPoint> byCode = new HashMap<>();
        IntStream.concat(IntStream.of(STANDARD_CLOSE_CODES), closeCodes)
                .forEach(code -> byCode.put(code, closed.labelValues(String.valueOf(code))));
        closes = Collections.unmodifiableMap(byCode);
        otherCloses = closed.labelValues("other");
        Histogram connected = Histogram.builder()
                .name(PREFIX + "call_connected_seconds")
                .help("From meeting the other participant to being connected, as browsers report it.")
                .labelNames("path")
                .classicOnly()
                .classicUpperBounds(CONNECT_SECONDS)
                .withoutExemplars()
                .register(registry);
        direct = new ConnectTime(connected.labelValues("direct"), new RecentMaximum(System::currentTimeMillis));
        relayed = new ConnectTime(connected.labelValues("relayed"), new RecentMaximum(System::currentTimeMillis));
        GaugeWithCallback.builder()
                .name(PREFIX + "call_connected_seconds_max")
                .help("The longest of the last minutes.")
                .labelNames("path")
                .callback(gauge -> {
                    gauge.call(direct.maximum().seconds(), "direct");
                    gauge.call(relayed.maximum().seconds(), "relayed");
                })
                .register(registry);
    }

    /**
     * Adds a gauge.
     *
     * @param name in lower case, with underscores between words
     * @param value called with each {@link #scrape}, by any thread
     */
    public void watch(String name, String meaning, Supplier<Number> value) {
        GaugeWithCallback.builder()
                .name(PREFIX + name)
                .help(meaning)
                .callback(gauge -> gauge.call(value.get().doubleValue()))
                .register(registry);
    }

    /** A seat was taken, or taken again. */
    public void joined() {
        joins.inc();
    }

    /** A frame was refused with an error. */
    public void refused(ErrorCode reason) {
        refusals.get(reason).inc();
    }

    /** A client was told that a room is full. */
    public void foundFull() {
        fullRooms.inc();
    }

    /**
     * A message from one participant to another was accepted.
     *
     * @param bytes the size of the message, in bytes of UTF-8
     */
    public void relayed(long bytes) {
        relayedMessages.inc();
        relayedBytes.inc(bytes);
    }

    /** A socket was closed with this code. */
    public void closed(int code) {
        closes.getOrDefault(code, otherCloses).inc();
    }

    /**
     * A browser reports that it is connected to the other one.
     *
     * @param after the time from meeting the other participant
     * @param byRelay whether a TURN server relays the media
     */
    public void connected(Duration after, boolean byRelay) {
        (byRelay ? relayed : direct).record(after);
    }

    /** All metrics, in Prometheus' text format (version 0.0.4). */
    public String scrape() {
        var text = new ByteArrayOutputStream();
        try {
            writer.write(text, registry.scrape());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private Counter labelled(String name, String meaning, String label) {
        return Counter.builder()
                .name(PREFIX + name)
                .help(meaning)
                .labelNames(label)
                .withoutExemplars()
                .register(registry);
    }

    private CounterDataPoint counter(String name, String meaning) {
        return Counter.builder()
                .name(PREFIX + name)
                .help(meaning)
                .withoutExemplars()
                .register(registry);
    }
}
