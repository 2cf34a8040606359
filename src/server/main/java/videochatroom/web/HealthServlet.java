package videochatroom.web;

import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * Health checks on every server, below the application's own path: status 200 or 503, and the JSON of MicroProfile
 * Health. They need no token, because they tell nothing else. {@link LivenessCheck} and {@link ReadinessCheck} report
 * the same to servers that have MicroProfile Health.
 */
public class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final Jsonb JSONB = JsonbBuilder.create();

    private transient Health health;

    @Inject
    void use(Health applicationHealth) {
        health = applicationHealth;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean up;
        switch (String.valueOf(request.getPathInfo())) {
            case "/live" -> up = health.isLive();
            case "/ready" -> up = health.isReady();
            default -> {
                ErrorPage.NOT_FOUND.write(request, response);
                return;
            }
        }
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().println(json(up));
    }

    static String json(boolean up) {
        return JSONB.toJson(new Status(up ? "UP" : "DOWN", List.of()));
    }

    /** The answer of MicroProfile Health, without checks. Public, because JSON-B reads public types only. */
    @JsonbPropertyOrder({"status", "checks"})
    public record Status(String status, List<String> checks) {}
}
