package videochatroom.web;

import jakarta.inject.Inject;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import videochatroom.config.RoomName;
import videochatroom.config.Settings;

/**
 * Serves the pages. An address of one segment is a room. Files of one segment have a dot in their name, which no room
 * name has, and everything deeper belongs to scripts, styles and endpoints. So no room name collides with a file
 * (decision 3).
 *
 * <p>It is mapped to every address: a server's own servlet for files would redirect the room {@code js} to the folder
 * {@code js/}.
 */
public class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final List<String> READ_METHODS = List.of("GET", "HEAD");
    private static final Pattern ONE_SEGMENT = Pattern.compile("/([^/]+)(/*)");
    private static final String ROOM_PAGE = "room.html";

    private transient Navigation navigation;

    @Inject
    void use(Settings settings) {
        navigation = new Navigation(settings);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null) {
            // Payara dispatches here a second time, after the answer is given.
            if (!response.isCommitted()) {
                ErrorPage.NOT_FOUND.write(request, response);
            }
            return;
        }
        if (request.getDispatcherType() == DispatcherType.FORWARD) {
            serveFile(request, response);
            return;
        }
        if (!READ_METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", String.join(", ", READ_METHODS));
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        // The path as it was sent: servers differ in how they decode %2F.
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Matcher segment = ONE_SEGMENT.matcher(path);
        if (path.isEmpty()) {
            String context = request.getContextPath();
            redirect(context.substring(context.lastIndexOf('/') + 1) + "/", request, response);
        } else if (path.equals("/")) {
            servePage("index.html", request, response);
        } else if (segment.matches()) {
            serveSegment(segment.group(1), segment.group(2).length(), request, response);
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

    private void serveRoom(RoomName room, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (Navigation.isAhead(request)) {
            // The browser throws that away, and asks again when the person comes. Not 503: a proxy may take a server
            // that answers so for broken.
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        navigation.describe(room, request, response);
        Robots.keepOut(response);
        PackedFiles packed = PackedFiles.of(getServletContext());
        if (packed.has(ROOM_PAGE)) {
            packed.writeWhole(ROOM_PAGE, request, response);
        } else {
            request.getRequestDispatcher("/" + ROOM_PAGE).forward(request, response);
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

    private void serveSegment(String raw, int slashes, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String name = decode(raw);
        if (slashes == 0 && isFile(name)) {
            serveFileOrPacked(name, request, response);
            return;
        }
        Optional<RoomName> room = RoomName.parse(name);
        Optional<RoomName> linked = room.or(() -> RoomName.parseLinked(name));
        if (linked.isEmpty()) {
            ErrorPage.BAD_ROOM_NAME.write(request, response);
        } else if (slashes == 0 && room.isPresent()) {
            serveRoom(room.get(), request, response);
        } else {
            String segment =
                    room.isPresent() ? raw : URLEncoder.encode(linked.get().value(), StandardCharsets.UTF_8);
            redirect("../".repeat(slashes) + segment, request, response);
        }
    }

    /**
     * Leads to another page of this application. The reference is relative to the request's address, with the same
     * query: only the browser knows scheme, host and path in front of a proxy.
     */
    private static void redirect(String reference, HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        response.setHeader("Location", query == null ? reference : reference + "?" + query);
        response.setStatus(HttpServletResponse.SC_FOUND);
    }

    /** Forwards to the server's own servlet for files, which handles types, conditions and ranges. */
    private void serveFile(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        getServletContext().getNamedDispatcher("default").forward(request, response);
    }

    private boolean isFile(String name) throws MalformedURLException {
        // The pages themselves have other addresses.
        return name.indexOf('.') > 0
                && name.indexOf('/') < 0
                && !name.endsWith(".html")
                && (PackedFiles.of(getServletContext()).has(name)
                        || getServletContext().getResource("/" + name) != null);
    }

    /** Decodes a segment. One that is not percent-encoded UTF-8 gives a text that no room name can be. */
    private static String decode(String segment) {
        try {
            return new URI("/" + segment).getPath().substring(1);
        } catch (URISyntaxException malformed) {
            return "\uFFFD";
        }
    }
}
