package videochatroom.web;

import static videochatroom.config.KnownSettings.FRONTEND_URL;

import io.nayuki.qrcodegen.QrCode;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import videochatroom.config.Origin;
import videochatroom.config.Settings;

/**
 * Answers with the address of a room as a QR code (ISO/IEC 18004) in an SVG image, for
 * {@code ?room=<name>&page=<address>}. {@code page} is the directory of the page that shows the image: behind a proxy,
 * only that page knows its own address. A wrong query gets 400, and a page that is neither of this server nor of
 * {@code frontend.url} gets 403, both with a line of plain text.
 */
public class QrCodeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** The same query gives the same image. Shared caches must not keep it, because it has the name of a room. */
    private static final String CACHE_CONTROL = "private, max-age=86400";

    /** The image needs nothing when it is opened by itself. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private transient Set<Origin> allowedOrigins = Set.of();

    @Inject
    void use(Settings settings) {
        allowedOrigins = settings.get(FRONTEND_URL);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Robots.keepOut(response);
        String image;
        try {
            RoomLink link = RoomLink.of(request.getParameterMap());
            if (!isOurs(link.origin(), request.getHeader("Host"))) {
                refuse(
                        response,
                        HttpServletResponse.SC_FORBIDDEN,
                        "page: this server has no pages there (see its setting frontend.url).");
                return;
            }
            image = QrCodeSvg.of(QrCode.encodeText(link.address(), QrCode.Ecc.MEDIUM));
        } catch (IllegalArgumentException wrong) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, wrong.getMessage());
            return;
        }
        response.setHeader("Cache-Control", CACHE_CONTROL);
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        write(response, "image/svg+xml", image);
    }

    private boolean isOurs(Origin origin, String hostHeader) {
        return origin.isServedAt(hostHeader) || allowedOrigins.contains(origin);
    }

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        write(response, "text/plain", why + "\n");
    }

    private static void write(HttpServletResponse response, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setContentType(type + ";charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
