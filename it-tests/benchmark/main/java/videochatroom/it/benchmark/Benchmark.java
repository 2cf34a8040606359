package videochatroom.it.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures this server and others in turn, in several rounds, and prints a table of medians. Throws an exception if a
 * message was lost, altered or out of order. {@code it-tests/benchmark/README.md} explains the options and figures.
 */
public final class Benchmark {

    private static final String MEASURES = "start,memory,messages,latency,calls,bare-calls,growth,slow-readers";

    /** Of servers that are started anew. */
    private static final List<String> COLD = List.of("start", "memory");

    /** Of servers that have been under load for a while. */
    private static final List<String> WARM =
            List.of("messages", "latency", "calls", "bare-calls", "growth", "slow-readers", "allocations");

    private final Options options;
    private final List<String> measures;
    private final List<Contestant> contestants;
    private final boolean compares;
    private final Figures figures;
    private final int rounds;
    private final int port;
    private final Path logs;

    private Benchmark(Options options) throws IOException {
        this.options = options;
        this.measures = options.list("measures", MEASURES);
        for (String measure : measures) {
            if (!COLD.contains(measure) && !WARM.contains(measure)) {
                throw new IllegalArgumentException(
                        "Unknown measure: " + measure + "; there are " + COLD + " and " + WARM);
            }
        }
        var known = new Contestants(options);
        this.compares = known.areCompared();
        this.contestants = known.available(options.list("servers", known.byDefault()));
        this.figures = new Figures(contestants.stream().map(Contestant::name).toList());
        this.rounds = options.number("rounds", 5, 1);
        this.port = options.number("port", 20_080, 20_080);
        this.logs = Files.createDirectories(Options.target().resolve("benchmark/logs"));
    }

    public static void main(String[] arguments) throws IOException {
        new Benchmark(Options.of(arguments)).run();
    }

    private void run() {
        System.out.printf(
                "Benchmark %s%nJava %s; load average of this machine before it began: %.1f%n",
                options,
                Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        if (measures.stream().anyMatch(COLD::contains)) {
            cold();
        }
        if (measures.stream().anyMatch(WARM::contains)) {
            warm();
        }
        System.out.printf(
                "%nMedians of %d rounds; in brackets: times %s; times %s%n%n%s%n",
                rounds, Contestants.ORIGINAL, Contestants.FLOOR, figures.table());
        if (compares) {
            System.out.println(figures.comparison());
        }
        figures.write(logs.resolveSibling("figures.csv"));
    }

    /** Starts each server anew in each round, alone and on all processors. */
    private void cold() {
        var cold = new ColdMeasures(options, figures, measures.contains("memory"));
        for (int round = 0; round < rounds; round++) {
            for (Contestant contestant : contestants) {
                try (RunningServer server = start(contestant, options.text("all-cores", "0-1"))) {
                    cold.measure(server);
                }
            }
        }
    }

    /**
     * Starts each server once and warms it up, all on the same processor. In each round one server after the other runs
     * while the others are suspended.
     */
    private void warm() {
        var warm = new WarmMeasures(options, figures);
        List<RunningServer> servers = new ArrayList<>();
        try {
            for (Contestant contestant : contestants) {
                if (contestant.relays()) {
                    RunningServer server = start(contestant, options.text("server-core", "0"));
                    servers.add(server);
                    warm.warmUp(server);
                    server.suspend();
                }
            }
            for (int round = 0; round < rounds; round++) {
                for (RunningServer server : servers) {
                    server.resume();
                    measure("messages", warm::messages, server);
                    measure("latency", warm::latency, server);
                    measure("calls", warm::calls, server);
                    measure("bare-calls", warm::bareCalls, server);
                    measure("growth", warm::growth, server);
                    if (server.contestant().isOurs()) {
                        measure("slow-readers", warm::slowReaders, server);
                        measure("allocations", warm::allocations, server);
                    }
                    server.suspend();
                }
            }
        } finally {
            servers.forEach(RunningServer::close);
        }
    }

    private void measure(String name, Consumer<RunningServer> measure, RunningServer server) {
        if (measures.contains(name)) {
            measure.accept(server);
        }
    }

    private RunningServer start(Contestant contestant, String processors) {
        int own = port + contestants.indexOf(contestant) * Contestants.PORTS;
        return new RunningServer(contestant, own, processors, logs.resolve(contestant.name() + ".log"));
    }
}
