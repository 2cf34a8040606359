package videochatroom.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import videochatroom.ice.check.IceChecks;
import videochatroom.ice.check.IceReport;

/** Reports whether the STUN and TURN servers of the settings work: in JSON, or in plain text if that is preferred. */
@ApplicationScoped
class IceEndpoint implements OperatorEndpoint {

    @Inject
    private IceChecks checks;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        IceReport report;
        try {
            report = checks.report();
        } catch (InterruptedException shuttingDown) {
            Thread.currentThread().interrupt();
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        boolean plain = prefersText(request.getHeader("Accept"));
        response.setHeader("Vary", "Accept");
        if (plain) {
            Answer.write(response, "text/plain", IceReportText.of(report));
        } else {
            Answer.write(response, "application/json", IceReportJson.of(report));
        }
    }

    /** Whether an {@code Accept} header names plain text, and JSON not before it. */
    private static boolean prefersText(String accept) {
        if (accept == null) {
            return false;
        }
        int text = accept.indexOf("text/plain");
        int json = accept.indexOf("application/json");
        return text >= 0 && (json < 0 || text < json);
    }
}
