package videochatroom.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Health checks on every server, below the application's own path: status 200 or 503, and the JSON of MicroProfile
 * Health. They need no token, because they tell nothing else. {@link LivenessCheck} and {@link ReadinessCheck} report
 * the same to servers that have MicroProfile Health.
 */
public class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

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

    /** The answer of MicroProfile Health, without checks. */
    static String json(boolean up) {
        return Json.createObjectBuilder()
                .add("status", up ? "UP" : "DOWN")
                .add("checks", JsonValue.EMPTY_JSON_ARRAY)
                .build()
                .toString();
    }
}
