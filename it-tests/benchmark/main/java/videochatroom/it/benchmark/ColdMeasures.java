package videochatroom.it.benchmark;

import java.time.Duration;
import java.util.List;

/** Measures a server that was just started. Under load its heap grows and would not be comparable. */
final class ColdMeasures {

    private static final double MEGABYTE = 1024 * 1024;
    private static final double KILOBYTE = 1024;

    private final Figures figures;
    private final Duration settle;
    private final List<String> sockets;
    private final boolean memory;

    ColdMeasures(Options options, Figures figures, boolean memory) {
        this.figures = figures;
        this.settle = Duration.ofSeconds(options.quick() ? 5 : 20);
        this.sockets = options.list("sockets", options.quick() ? "2000,4000" : "10000,20000");
        this.memory = memory;
    }

    void measure(RunningServer server) {
        String name = server.contestant().name();
        var watch = new Watch();
        figures.add(name, "start-up s", server.startSeconds());
        figures.add(name, "start-up CPU s", server.startCpuSeconds());
        watch.pass(settle);
        long resident = server.tree().residentBytes();
        figures.add(name, "idle RSS MB", resident / MEGABYTE);
        if (memory && server.contestant().relays()) {
            participants(server, resident);
        } else {
            figures.add(name, "idle live heap MB", server.liveHeapBytes() / MEGABYTE);
        }
    }

    /** Measures the memory of participants who have joined and send nothing. */
    private void participants(RunningServer server, long residentBefore) {
        String name = server.contestant().name();
        long heapBefore = server.liveHeapBytes();
        figures.add(name, "idle live heap MB", heapBefore / MEGABYTE);
        try (var generator = new Generator(server.port(), server.contestant().dialect());
                var open = new OpenRooms(generator, "idle-")) {
            for (String wanted : sockets) {
                int count = FileLimit.sockets(Integer.parseInt(wanted));
                open.open(count / 2);
                open.watch().pass(settle);
                String of = " KB a participant of " + count;
                figures.add(name, "RSS" + of, (server.tree().residentBytes() - residentBefore) / KILOBYTE / count);
                figures.add(name, "live heap" + of, (server.liveHeapBytes() - heapBefore) / KILOBYTE / count);
            }
        }
    }
}
