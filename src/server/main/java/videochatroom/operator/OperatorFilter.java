package videochatroom.operator;

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
 * The one door to everything below {@code api/operator/}, which is behind it and nowhere else: no other spelling of a
 * path leads around it. Answers whoever sends the token of the settings, and no web page, not even one of this
 * server's.
 */
public class OperatorFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = Logger.getLogger(OperatorFilter.class.getName());

    private final transient FailedAttempts failed = new FailedAttempts(System::nanoTime);
    private transient Optional<OperatorToken> token = Optional.empty();
    private transient Map<String, OperatorEndpoint> endpoints = Map.of();

    @Inject
    void use(Settings settings, IceEndpoint ice, MetricsEndpoint metrics) {
        token = settings.operatorToken().map(OperatorToken::new);
        endpoints = Map.of("/api/operator/ice", ice, "/api/operator/metrics", metrics);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (token.isEmpty()) {
            // as if nothing were here
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        if (request.getHeader("Origin") != null || isFromAPage(request)) {
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
        String who = request.getRemoteAddr();
        if (failed.mustWait(who)) {
            response.setHeader("Retry-After", "2");
            refuse(response, 429, "There were too many wrong tokens from this address. Wait some seconds.");
            return false;
        }
        if (wanted.isIn(Collections.list(request.getHeaders("Authorization")))) {
            return true;
        }
        if (failed.add(who)) {
            LOG.warning("Somebody at %s tries tokens for the operator's addresses.".formatted(who));
        }
        response.setHeader("WWW-Authenticate", "Bearer realm=\"operator\"");
        refuse(
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                "This is for the server's operator: send \"Authorization: Bearer \" and the setting operator.token.");
        return false;
    }

    /** A page's script that asks; somebody who types the address into his browser is none (W3C Fetch Metadata). */
    private static boolean isFromAPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("none");
    }

    /** As it was sent: servers disagree on what is decoded and what is not. */
    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        response.setStatus(status);
        Answer.write(response, "text/plain", why + "\n");
    }
}
