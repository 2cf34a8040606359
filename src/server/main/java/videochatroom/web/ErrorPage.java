package videochatroom.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Pages that say what is wrong with an address. They are shown at any depth, so their base is written into them. */
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
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("text/html;charset=UTF-8");
        // The context path comes from the deployment and not from the request, so it needs no escaping.
        response.getWriter().write(page.replace(BASE, "<base href=\"" + request.getContextPath() + "/\">"));
    }

    private String read(ServletContext context) throws IOException {
        try (InputStream stream = context.getResourceAsStream("/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
