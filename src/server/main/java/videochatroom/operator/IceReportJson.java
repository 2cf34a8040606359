package videochatroom.operator;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Map;
import videochatroom.ice.check.Finding;
import videochatroom.ice.check.IceReport;

/** A report as a program reads it, and a person as well. */
final class IceReportJson {

    private IceReportJson() {}

    static String of(IceReport report) {
        JsonArrayBuilder servers = Json.createArrayBuilder();
        report.findings().forEach(finding -> servers.add(server(finding)));
        var json = Json.createObjectBuilder()
                .add("testedAt", report.testedAt().toString())
                .add("milliseconds", report.milliseconds())
                .add("allWell", report.isAllWell())
                .add("summary", IceReportText.summary(report))
                .add("servers", servers)
                .build();
        var text = new StringWriter();
        try (var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write(json);
        }
        return text.append('\n').toString();
    }

    private static JsonObjectBuilder server(Finding finding) {
        JsonObjectBuilder server = Json.createObjectBuilder()
                .add("url", finding.url())
                .add("outcome", finding.outcome().code())
                .add("milliseconds", finding.milliseconds())
                .add("meaning", finding.outcome().meaning());
        if (!finding.address().isEmpty()) {
            server.add("address", finding.address());
        }
        finding.error().ifPresent(code -> server.add("error", code));
        if (!finding.outcome().mending().isEmpty()) {
            server.add("mending", finding.outcome().mending());
        }
        return server;
    }
}
