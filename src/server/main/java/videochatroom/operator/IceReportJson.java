package videochatroom.operator;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import videochatroom.ice.check.IceReport;
import videochatroom.ice.check.ProbeResult;

/** A report for programs, in JSON. Members without a value are left out. Stateless and thread-safe. */
final class IceReportJson {

    private static final Jsonb JSONB = JsonbBuilder.create(new JsonbConfig().withFormatting(true));

    private IceReportJson() {}

    /** The report as an object in JSON, with a line feed at its end. */
    static String of(IceReport report) {
        return JSONB.toJson(new Report(
                        report.testedAt().toString(),
                        report.milliseconds(),
                        report.isAllWell(),
                        IceReportText.summary(report),
                        report.results().stream().map(Server::of).toList()))
                + '\n';
    }

    /** The whole report. Public, because JSON-B reads public types only. */
    @JsonbPropertyOrder({"testedAt", "milliseconds", "allWell", "summary", "servers"})
    public record Report(String testedAt, long milliseconds, boolean allWell, String summary, List<Server> servers) {}

    /** One server at one IP address. A member that is null is left out. */
    @JsonbPropertyOrder({"url", "outcome", "milliseconds", "meaning", "address", "error", "mending"})
    public record Server(
            String url,
            String outcome,
            long milliseconds,
            String meaning,
            String address,
            Integer error,
            @JsonbProperty("mending") String remedy) {

        static Server of(ProbeResult result) {
            return new Server(
                    result.url(),
                    result.outcome().code(),
                    result.milliseconds(),
                    result.outcome().meaning(),
                    orNull(result.address()),
                    result.error().isPresent() ? result.error().getAsInt() : null,
                    orNull(result.outcome().remedy()));
        }

        private static String orNull(String text) {
            return text.isEmpty() ? null : text;
        }
    }
}
