package videochatroom.it.lab;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.List;
import java.util.Optional;

/** Whether this machine lets a lab be built. */
final class Permit {

    private static final String ENSURE_TOOLS = "it-tests/lab/ensure-tools.sh";

    private Permit() {}

    /** Skips the tests with one loud line where it does not; where it has to, that is a failure. */
    static void require() {
        Optional<String> obstacle = obstacle();
        if (obstacle.isEmpty()) {
            return;
        }
        String line = "NOT TESTED: calls behind NATs, and networks that fail in mid-call (" + obstacle.get() + ")";
        if (isRoot() && "true".equals(System.getenv("CI"))) {
            fail(line);
        }
        System.err.println(line);
        abort(line);
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Optional<String> obstacle() {
        if (!Shell.run(Namespace.unshare("true")).isSuccess()) {
            return Optional.of("network namespaces are not permitted here: this needs root or user namespaces");
        }
        Shell.Result tools = Shell.run(List.of("bash", ENSURE_TOOLS));
        if (!tools.isSuccess()) {
            return Optional.of(tools.output().strip().lines().reduce("", (before, last) -> last));
        }
        return Optional.empty();
    }
}
