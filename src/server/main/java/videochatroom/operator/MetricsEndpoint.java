package videochatroom.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import videochatroom.metrics.Metrics;

/** The metrics, in Prometheus' text format (version 0.0.4). */
@ApplicationScoped
class MetricsEndpoint implements OperatorEndpoint {

    @Inject
    private Metrics metrics;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer.write(response, "text/plain;version=0.0.4", metrics.scrape());
    }
}
