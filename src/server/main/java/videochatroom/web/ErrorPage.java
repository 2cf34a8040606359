package videochatroom.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Pages that say what is wrong with an address. They are shown at any depth, so their base is written into them: as the
 * way up from there, since a proxy may show the application under another path than its own.
 */
enum ErrorPage {
    BAD_ROOM_NAME("bad-room-name.html"),
    NOT_FOUND("not-found.html");

    private static final String BASE = "<base href=\"/\">";

    private final String file;

    ErrorPage(String file) {
        this.file = file;
    }

    /** Answers with status 404 and this page. */
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> packed = PackedFiles.of(request.getServletContext()).text(file);
        String page = packed.isPresent() ? packed.get() : read(request.getServletContext());
        Robots.keepOut(response);
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(page.replace(BASE, "<base href=\"" + wayUp(request) + "\">"));
    }

    /** From the address that was requested to the application's own path. */
    private static String wayUp(HttpServletRequest request) {
        Object forwarded = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String requested = forwarded instanceof String address ? address : request.getRequestURI();
        int depth = slashes(requested) - slashes(request.getContextPath()) - 1;
        return depth <= 0 ? "./" : "../".repeat(depth);
    }

    private static int slashes(String path) {
        return (int) path.chars().filter(character -> character == '/').count();
    }

    private String read(ServletContext context) throws IOException {
        try (InputStream stream = context.getResourceAsStream("/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
