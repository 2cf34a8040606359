package videochatroom.web;

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
 * The address of a room as a QR code (ISO/IEC 18004), an SVG image: {@code ?room=<name>&page=<address>}, where
 * {@code page} is the directory of the page that shows it, which behind a proxy only that page knows. A wrong query is
 * answered with 400, and one that leads to pages of nobody's with 403, in plain text.
 */
public class QrCodeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** The same query gives the same image; but the name of a room is for no cache that others share. */
    private static final String CACHE_CONTROL = "private, max-age=86400";

    /** Opened by itself, an image needs nothing and may do nothing. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private transient Set<Origin> further = Set.of();

    @Inject
    void use(Settings settings) {
        further = settings.frontendOrigins();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
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
        return origin.isServedAt(hostHeader) || further.contains(origin);
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
