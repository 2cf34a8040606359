package videochatroom.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import videochatroom.config.Settings;
import videochatroom.room.RoomRegistry;

/**
 * Whether the application lives and is ready for calls, for whatever starts and watches servers: status 200 or 503 and
 * the JSON of MicroProfile Health, without a token, since nothing is told but that.
 */
public class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Seats are looked after every second: one who has not done so for so long will not do it again. */
    private static final Duration MAY_STALL = Duration.ofMinutes(1);

    private transient RoomRegistry registry;
    private transient Settings settings;

    @Inject
    void use(RoomRegistry roomRegistry, Settings allSettings) {
        registry = roomRegistry;
        settings = allSettings;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean up;
        switch (String.valueOf(request.getPathInfo())) {
            case "/live" -> up = registry.sweptWithin(MAY_STALL);
            case "/ready" -> up = registry.sweptWithin(MAY_STALL) && registry.size() < settings.maxRooms();
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
