package videochatroom.web;

import static videochatroom.config.KnownSettings.FRAME_ANCESTORS;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import videochatroom.config.Settings;

/**
 * Sets the headers of every answer: the page loads from this server alone, runs no inline script, sends no referrer,
 * and may use camera, microphone and screen, but no other device. Answers to handshakes do not get them: they are no
 * pages, and Payara keeps these headers for as long as a WebSocket is open, 2.6 KB for each.
 */
public class SecurityHeadersFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' blob:; base-uri 'self'; object-src 'none';"
                    + " form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors ";

    private static final String PERMISSIONS_POLICY = "camera=(self), microphone=(self), display-capture=(self),"
            + " autoplay=(self), fullscreen=(self), picture-in-picture=(self), screen-wake-lock=(self),"
            + " clipboard-write=(self), accelerometer=(), clipboard-read=(), geolocation=(), gyroscope=(),"
            + " hid=(), idle-detection=(), magnetometer=(), midi=(), payment=(), publickey-credentials-get=(),"
            + " serial=(), usb=(), xr-spatial-tracking=()";

    private transient Map<String, String> headers = Map.of();

    @Inject
    void use(Settings settings) {
        headers = Map.of(
                "Content-Security-Policy", CONTENT_SECURITY_POLICY + settings.get(FRAME_ANCESTORS),
                "Permissions-Policy", PERMISSIONS_POLICY,
                "Referrer-Policy", "no-referrer",
                "X-Content-Type-Options", "nosniff",
                "Cross-Origin-Opener-Policy", "same-origin",
                "Cross-Origin-Resource-Policy", "same-origin",
                // Revalidated each time. PackedFiles overrides this for files that never change.
                "Cache-Control", "no-cache");
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // Scripts cannot set this header (Fetch, forbidden request-header).
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            headers.forEach(response::setHeader);
        }
        chain.doFilter(request, response);
    }
}
