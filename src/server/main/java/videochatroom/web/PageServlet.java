package videochatroom.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import videochatroom.room.RoomName;

/**
 * Gives addresses of one segment to the rooms. Files with a dot in their name can be there beside them, since no room
 * name has one, and everything deeper belongs to scripts, styles and endpoints: so nothing ever collides, whatever a
 * room is called.
 *
 * <p>Mapped to everything: a server's own servlet for files, left to itself, sends the address of the room {@code js}
 * on to the folder {@code js/}.
 */
public class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final List<String> READING = List.of("GET", "HEAD");
    private static final Pattern ONE_SEGMENT = Pattern.compile("/([^/]+)(/?)");

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null) {
            // Payara comes here a second time, with the answer given already.
            if (!response.isCommitted()) {
                ErrorPage.NOT_FOUND.write(request, response);
            }
            return;
        }
        if (request.getDispatcherType() == DispatcherType.FORWARD) {
            serveFile(request, response);
            return;
        }
        if (!READING.contains(request.getMethod())) {
            response.setHeader("Allow", String.join(", ", READING));
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        // As it was sent: servers disagree on what %2F is in a decoded path.
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Matcher segment = ONE_SEGMENT.matcher(path);
        if (path.isEmpty()) {
            response.sendRedirect(request.getContextPath() + "/");
        } else if (path.equals("/")) {
            servePage("index.html", request, response);
        } else if (segment.matches()) {
            serveSegment(segment.group(1), !segment.group(2).isEmpty(), request, response);
        } else {
            serveFileOrPacked(path.substring(1), request, response);
        }
    }

    private void servePage(String page, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        PackedFiles packed = PackedFiles.of(getServletContext());
        if (packed.has(page)) {
            packed.write(page, request, response);
        } else {
            request.getRequestDispatcher("/" + page).forward(request, response);
        }
    }

    private void serveFileOrPacked(String path, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        PackedFiles packed = PackedFiles.of(getServletContext());
        if (packed.has(path) && !path.endsWith(".html")) {
            packed.write(path, request, response);
        } else {
            serveFile(request, response);
        }
    }

    private void serveSegment(String raw, boolean slash, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String name = decode(raw);
        if (!slash && isFile(name)) {
            serveFileOrPacked(name, request, response);
        } else if (RoomName.parse(name).isEmpty()) {
            ErrorPage.BAD_ROOM_NAME.write(request, response);
        } else if (slash) {
            response.sendRedirect(request.getContextPath() + "/" + raw);
        } else {
            servePage("room.html", request, response);
        }
    }

    /** Lets the server's own servlet for files answer: it knows types, conditions and ranges. */
    private void serveFile(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        getServletContext().getNamedDispatcher("default").forward(request, response);
    }

    private boolean isFile(String name) throws MalformedURLException {
        // The pages have addresses of their own.
        return name.indexOf('.') > 0
                && name.indexOf('/') < 0
                && !name.endsWith(".html")
                && (PackedFiles.of(getServletContext()).has(name)
                        || getServletContext().getResource("/" + name) != null);
    }

    /** The segment's text; that of one that is not percent-encoded UTF-8 has a character that no room name has. */
    private static String decode(String segment) {
        try {
            return new URI("/" + segment).getPath().substring(1);
        } catch (URISyntaxException malformed) {
            return "\uFFFD";
        }
    }
}
