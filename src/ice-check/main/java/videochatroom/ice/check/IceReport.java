package videochatroom.ice.check;

import java.time.Instant;
import java.util.List;

/**
 * The results of one check of all servers.
 *
 * @param testedAt when the check began
 * @param milliseconds that the check took
 * @param results at least one for each URL of the setting, in its order
 */
public record IceReport(Instant testedAt, long milliseconds, List<ProbeResult> results) {

    public IceReport {
        results = List.copyOf(results);
    }

    /** Whether there is a server and all of them work. */
    public boolean isAllWell() {
        return !results.isEmpty() && working() == results.size();
    }

    /** The number of results that are {@link Outcome#WORKS}. */
    public long working() {
        return results.stream()
                .filter(result -> result.outcome() == Outcome.WORKS)
                .count();
    }
}
