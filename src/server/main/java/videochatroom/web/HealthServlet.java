package videochatroom.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Whether the application lives and is ready for calls, for whatever starts and watches servers: status 200 or 503 and
 * the JSON of MicroProfile Health, without a token, since nothing is told but that. It is there on every server, below
 * the application's own path; {@link LivenessCheck} and {@link ReadinessCheck} say the same to servers that gather it.
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
        response.getWriter().println("{\"status\":\"" + (up ? "UP" : "DOWN") + "\",\"checks\":[]}");
    }
}
