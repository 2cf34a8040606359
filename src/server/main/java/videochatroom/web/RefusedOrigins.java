package videochatroom.web;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Tells the operator of refused origins, once a minute at most. A proxy that changes the header {@code Host} makes the
 * server refuse its own pages, and nothing else shows which of the two has to change. Thread-safe.
 */
final class RefusedOrigins {

    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MAX_LENGTH = 200;

    private final Consumer<String> log;
    private final LongSupplier nanoTime;
    private final AtomicLong next;

    RefusedOrigins(Consumer<String> log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
        this.next = new AtomicLong(nanoTime.getAsLong());
    }

    /** A request with these headers was refused. Each may be null. */
    void add(String origin, String host) {
        long now = nanoTime.getAsLong();
        long allowed = next.get();
        if (now - allowed >= 0 && next.compareAndSet(allowed, now + PAUSE_NANOS)) {
            log.accept(
                    ("Refused a page with Origin: %s, because the request has Host: %s and the setting frontend.url does"
                                    + " not list that origin. If it is the address at which people open this server, let the proxy"
                                    + " pass Host on with its port, or add the origin to frontend.url. More are not logged for a"
                                    + " minute.")
                            .formatted(printable(origin), printable(host)));
        }
    }

    /** Anybody can write these headers. */
    private static String printable(String header) {
        if (header == null) {
            return "(none)";
        }
        String start = header.length() > MAX_LENGTH ? header.substring(0, MAX_LENGTH) + "..." : header;
        return start.replaceAll("[^\\x21-\\x7e]", "?");
    }
}
