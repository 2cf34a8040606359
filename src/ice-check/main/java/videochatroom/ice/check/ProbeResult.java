package videochatroom.ice.check;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * The result of probing one server at one of its IP addresses. It contains no secret.
 *
 * @param url as in the setting
 * @param address the IP address; empty if the name has none
 * @param milliseconds that the probe took
 * @param error the code of an error answer (RFC 8489, section 14.8); empty if there was none
 */
public record ProbeResult(String url, String address, Outcome outcome, long milliseconds, OptionalInt error) {

    public ProbeResult {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(error, "error");
    }
}
