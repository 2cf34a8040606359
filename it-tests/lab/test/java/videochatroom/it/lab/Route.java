package videochatroom.it.lab;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import videochatroom.it.support.Person;

/**
 * The way that media takes from one person's browser, by its own statistics.
 *
 * @param type of the candidate at this end, as WebRTC's statistics call it; empty if there is none
 * @param medium by which the relay is reached
 * @param isIpv6 the kind of addresses
 */
record Route(String type, String medium, boolean isIpv6) {

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

    /** The one in use. */
    static Route of(Person person) {
        var found = (List<?>) Objects.requireNonNull(person.browser().executeAsyncScript(SELECTED));
        return new Route(
                String.valueOf(found.get(0)),
                String.valueOf(found.get(1)),
                String.valueOf(found.get(2)).contains(":"));
    }

    /** In words, as both ends of it tell: each knows of its own relay only. */
    static String described(Route one, Route other) {
        if (one.type.isEmpty() || other.type.isEmpty()) {
            return "none";
        }
        String relays = Stream.of(one, other)
                .filter(Route::isRelayed)
                .map(Route::medium)
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
