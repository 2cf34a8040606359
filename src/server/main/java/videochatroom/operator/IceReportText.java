package videochatroom.operator;

import videochatroom.ice.check.Finding;
import videochatroom.ice.check.IceReport;

/** A report as a person reads it. */
final class IceReportText {

    private IceReportText() {}

    static String of(IceReport report) {
        var text = new StringBuilder(summary(report)).append('\n');
        for (Finding finding : report.findings()) {
            text.append('\n').append(finding.url());
            if (!finding.address().isEmpty()) {
                text.append(" at ").append(finding.address());
            }
            text.append(": ").append(finding.outcome().code());
            finding.error().ifPresent(code -> text.append(' ').append(code));
            text.append(", ").append(finding.milliseconds()).append(" ms\n  ").append(sentences(finding));
            text.append('\n');
        }
        return text.toString();
    }

    /** The report in a sentence. */
    static String summary(IceReport report) {
        if (report.findings().isEmpty()) {
            return "No STUN or TURN server is configured (setting ice.servers): calls work within one network only.";
        }
        return "%d of %d work.".formatted(report.working(), report.findings().size());
    }

    /** What a finding means and who can mend it. */
    static String sentences(Finding finding) {
        return (finding.outcome().meaning() + " " + finding.outcome().mending()).strip();
    }
}
