package videochatroom.ice.check;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * What came of asking one server at one of its addresses. No secret is in it.
 *
 * @param url as the setting has it
 * @param address the IP address that was asked; empty where there is none
 * @param milliseconds what it took
 * @param error the code that the server answered with, where it did (RFC 8489, section 14.8)
 */
public record Finding(String url, String address, Outcome outcome, long milliseconds, OptionalInt error) {

    public Finding {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(error, "error");
    }
}
