package videochatroom.operator;

import videochatroom.ice.check.IceReport;
import videochatroom.ice.check.ProbeResult;

/** A report for people, in plain text. Stateless and thread-safe. */
final class IceReportText {

    private IceReportText() {}

    /** The whole report, with a line feed at its end. */
    static String of(IceReport report) {
        var text = new StringBuilder(summary(report)).append('\n');
        for (ProbeResult result : report.results()) {
            text.append('\n').append(result.url());
            if (!result.address().isEmpty()) {
                text.append(" at ").append(result.address());
            }
            text.append(": ").append(result.outcome().code());
            result.error().ifPresent(code -> text.append(' ').append(code));
            text.append(", ").append(result.milliseconds()).append(" ms\n  ").append(sentences(result));
            text.append('\n');
        }
        return text.toString();
    }

    /** The report in one sentence. */
    static String summary(IceReport report) {
        if (report.results().isEmpty()) {
            return "No STUN or TURN server is configured (setting ice.servers): calls work within one network only.";
        }
        return "%d of %d work.".formatted(report.working(), report.results().size());
    }

    /** What a result means, and who can fix it. */
    static String sentences(ProbeResult result) {
        return (result.outcome().meaning() + " " + result.outcome().remedy()).strip();
    }
}
