package videochatroom.it.benchmark;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A server that takes part in the benchmark.
 *
 * @param name in options and tables
 * @param command starts the server at a port
 * @param environment additional environment variables
 * @param probe the path whose response shows that the server is ready
 * @param dialect the server's protocol; null if it has no WebSocket and is only started
 */
record Contestant(
        String name,
        IntFunction<List<String>> command,
        Map<String, String> environment,
        String probe,
        Dialect dialect) {

    /** Whether it is a build of ours. Only ours limits what waits for a client that does not read. */
    boolean isOurs() {
        return List.of(Comparison.BEFORE, Comparison.CONTROL).contains(name)
                || name.startsWith(Contestants.UBER_JAR)
                || name.startsWith(Contestants.WILDFLY);
    }

    /** Whether the server relays messages. */
    boolean relays() {
        return dialect != null;
    }
}
