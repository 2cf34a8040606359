package videochatroom.it.lab;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import videochatroom.it.support.Person;

/**
 * The route of the media from one person's browser: the local candidate of the selected pair.
 *
 * @param type the {@code candidateType} of WebRTC statistics; empty if no pair is selected
 * @param relayProtocol the transport to the relay; empty if there is none
 * @param isIpv6 whether the candidate's address is an IPv6 address
 */
record Route(String type, String relayProtocol, boolean isIpv6) {

    private static final String SELECTED = """
            const done = arguments[0];
            (async () => {
              const connection = (window.__connections ?? []).filter((c) => c.connectionState !== "closed").at(-1);
              const stats = await connection?.getStats();
              const all = [...(stats?.values() ?? [])];
              const transport = all.find((entry) => entry.type === "transport" && entry.selectedCandidatePairId);
              const local = stats?.get(stats.get(transport?.selectedCandidatePairId)?.localCandidateId);
              return [local?.candidateType ?? "", local?.relayProtocol ?? "", local?.address ?? ""];
            })().then(done, (e) => done([String(e), "", ""]));
            """;

    /** The route of the connection in use. */
    static Route of(Person person) {
        var found = (List<?>) Objects.requireNonNull(person.browser().executeAsyncScript(SELECTED));
        return new Route(
                String.valueOf(found.get(0)),
                String.valueOf(found.get(1)),
                String.valueOf(found.get(2)).contains(":"));
    }

    /** Both sides' routes in words. Each side knows of its own relay only. */
    static String described(Route one, Route other) {
        if (one.type.isEmpty() || other.type.isEmpty()) {
            return "none";
        }
        String relays = Stream.of(one, other)
                .filter(Route::isRelayed)
                .map(Route::relayProtocol)
                .distinct()
                .sorted()
                .collect(Collectors.joining("+"));
        String addresses = one.isIpv6 && other.isIpv6 ? ", IPv6" : one.isIpv6 || other.isIpv6 ? ", IPv4 and IPv6" : "";
        return (relays.isEmpty() ? "direct" : "relayed by " + relays) + addresses;
    }

    boolean isRelayed() {
        return type.equals("relay");
    }
}
