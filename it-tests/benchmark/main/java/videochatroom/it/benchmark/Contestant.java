package videochatroom.it.benchmark;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A server that takes part.
 *
 * @param name what it is called in arguments and tables
 * @param command what starts it at a port
 * @param environment what is added to its environment
 * @param probe the path whose answer says that it is ready
 * @param dialect how it wants to be spoken to; null if it has no websocket and is only started
 */
record Contestant(
        String name,
        IntFunction<List<String>> command,
        Map<String, String> environment,
        String probe,
        Dialect dialect) {

    /** Whether it bounds what waits for one who does not read, as ours does; others have no answer to him. */
    boolean closesSlowReaders() {
        return name.startsWith(Contestants.UBER_JAR) || name.startsWith(Contestants.WILDFLY);
    }

    /** Whether it relays anything at all. */
    boolean relays() {
        return dialect != null;
    }
}
