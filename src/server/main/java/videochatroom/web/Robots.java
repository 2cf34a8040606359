package videochatroom.web;

import jakarta.servlet.http.HttpServletResponse;

/** What search engines may do. Stateless. */
final class Robots {

    private Robots() {}

    /** The address of this answer has the name of a room: whoever finds it can join. */
    static void keepOut(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }
}
