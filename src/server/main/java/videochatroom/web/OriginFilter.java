package videochatroom.web;

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
import videochatroom.config.Origin;
import videochatroom.config.Settings;

/**
 * Lets pages of this server and of the origins in the settings use it, the websocket's handshake included, and answers
 * all others with 403. Browsers always say where a page comes from when it reaches for another origin (RFC 6454,
 * section 7; Fetch, section 3.2); what is not a browser need not.
 */
public class OriginFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private transient Set<Origin> further = Set.of();

    @Inject
    void use(Settings settings) {
        further = settings.frontendOrigins();
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
        boolean allowed = origin.filter(further::contains).isPresent();
        if (!own && !allowed) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter()
                    .println("This server does not work for pages of that origin (see its setting frontend.url).");
            return;
        }
        if (allowed) {
            response.setHeader("Access-Control-Allow-Origin", origin.get().toString());
        }
        chain.doFilter(request, response);
    }
}
