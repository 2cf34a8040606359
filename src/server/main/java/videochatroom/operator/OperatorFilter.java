package videochatroom.operator;

import static videochatroom.config.KnownSettings.OPERATOR_TOKEN;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import videochatroom.config.Settings;

/**
 * Answers everything below {@code api/operator/}. The endpoints are behind this filter and nowhere else, so no other
 * spelling of a path leads around it. It answers requests with the token of the settings, but no web page, not even one
 * of this server.
 */
public class OperatorFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = Logger.getLogger(OperatorFilter.class.getName());

    private final transient FailedAttempts failed = new FailedAttempts(System::nanoTime);
    private transient Optional<OperatorToken> token = Optional.empty();
    private transient Map<String, OperatorEndpoint> endpoints = Map.of();

    @Inject
    void use(Settings settings, IceEndpoint ice, MetricsEndpoint metrics) {
        token = settings.get(OPERATOR_TOKEN).map(OperatorToken::new);
        endpoints = Map.of("/api/operator/ice", ice, "/api/operator/metrics", metrics);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (token.isEmpty()) {
            // The addresses do not exist.
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        if (request.getHeader("Origin") != null || isFromPage(request)) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, "This is for programs, not for web pages.");
        } else if (isAllowed(request, response, token.get())) {
            OperatorEndpoint endpoint = endpoints.get(path(request));
            if (endpoint == null) {
                refuse(response, HttpServletResponse.SC_NOT_FOUND, "There is nothing here.");
            } else if (!request.getMethod().equals("GET")) {
                response.setHeader("Allow", "GET");
                refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "This can only be read (GET).");
            } else {
                endpoint.answer(request, response);
            }
        }
    }

    private boolean isAllowed(HttpServletRequest request, HttpServletResponse response, OperatorToken wanted)
            throws IOException {
        String address = request.getRemoteAddr();
        if (failed.mustWait(address)) {
            response.setHeader("Retry-After", "2");
            refuse(response, 429, "There were too many wrong tokens from this address. Wait some seconds.");
            return false;
        }
        if (wanted.isIn(Collections.list(request.getHeaders("Authorization")))) {
            return true;
        }
        if (failed.add(address)) {
            LOG.warning("Somebody at %s tries tokens for the operator's addresses.".formatted(address));
        }
        response.setHeader("WWW-Authenticate", "Bearer realm=\"operator\"");
        refuse(
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                "This is for the server's operator: send \"Authorization: Bearer \" and the setting operator.token.");
        return false;
    }

    /** Whether a page's script sends the request. A person who types the address is no page (W3C Fetch Metadata). */
    private static boolean isFromPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("none");
    }

    /** The path as it was sent: servers differ in what they decode. */
    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        response.setStatus(status);
        Answer.write(response, "text/plain", why + "\n");
    }
}
