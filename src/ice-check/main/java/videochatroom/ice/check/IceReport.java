package videochatroom.ice.check;

import java.time.Instant;
import java.util.List;

/**
 * What came of asking all servers.
 *
 * @param testedAt when that began
 * @param milliseconds how long it took
 * @param findings at least one for each address of the setting, in its order
 */
public record IceReport(Instant testedAt, long milliseconds, List<Finding> findings) {

    public IceReport {
        findings = List.copyOf(findings);
    }

    /** Whether there is a server, and each of them does what it should. */
    public boolean isAllWell() {
        return !findings.isEmpty() && working() == findings.size();
    }

    /** How many findings are good ones. */
    public long working() {
        return findings.stream()
                .filter(finding -> finding.outcome() == Outcome.WORKS)
                .count();
    }
}
