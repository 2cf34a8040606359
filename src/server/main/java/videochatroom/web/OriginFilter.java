package videochatroom.web;

import static videochatroom.config.KnownSettings.FRONTEND_URL;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import videochatroom.config.Origin;
import videochatroom.config.Settings;

/**
 * Answers requests of pages with 403, unless their origin is this server's own or one of {@code frontend.url}. That
 * includes handshakes of WebSockets. A browser always sends the origin of a page that uses another one (RFC 6454,
 * section 7; Fetch, section 3.2). Requests without an origin pass: other programs send none.
 */
public class OriginFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = Logger.getLogger(OriginFilter.class.getName());

    private final transient RefusedOrigins refused = new RefusedOrigins(LOG::warning, System::nanoTime);
    private transient Set<Origin> allowedOrigins = Set.of();

    @Inject
    void use(Settings settings) {
        allowedOrigins = settings.get(FRONTEND_URL);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.addHeader("Vary", "Origin");
        List<String> origins = Collections.list(request.getHeaders("Origin"));
        if (origins.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Origin> origin = origins.size() == 1 ? Origin.parse(origins.get(0)) : Optional.empty();
        boolean own =
                origin.filter(o -> o.isServedAt(request.getHeader("Host"))).isPresent();
        boolean listed = origin.filter(allowedOrigins::contains).isPresent();
        if (!own && !listed) {
            refused.add(String.join(",", origins), request.getHeader("Host"));
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter()
                    .println("This server does not work for pages of that origin (see its setting frontend.url).");
            return;
        }
        if (listed) {
            response.setHeader("Access-Control-Allow-Origin", origin.get().toString());
        }
        chain.doFilter(request, response);
    }
}
