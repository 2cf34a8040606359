package videochatroom.web;

import static videochatroom.config.KnownSettings.STRAIGHT_IN;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import videochatroom.config.RoomName;
import videochatroom.config.Rooms;
import videochatroom.config.Settings;

/**
 * Tells a room's page what only the server knows of the navigation to it: where it came from (Fetch Metadata,
 * {@code Sec-Fetch-Site}, which scripts cannot read), and whether the operator lets this room's page join without a
 * press. Both are metrics of {@code Server-Timing}, which scripts can read. Immutable and thread-safe.
 */
final class Navigation {

    private static final String HEADER = "Server-Timing";

    /** The values of {@code Sec-Fetch-Site}. Anything else is not passed on. */
    private static final Set<String> SITES = Set.of("none", "same-origin", "same-site", "cross-site");

    private final Rooms straightIn;

    Navigation(Settings settings) {
        straightIn = settings.get(STRAIGHT_IN);
    }

    /**
     * Whether the browser only asks ahead, because some page told it to (Speculation Rules, {@code rel=prefetch}). Such
     * a request says {@code Sec-Fetch-Site: none} also where another site is behind it, and the browser shows what was
     * sent when the person follows that site's link.
     */
    static boolean isAhead(HttpServletRequest request) {
        String purpose = request.getHeader("Sec-Purpose");
        return purpose != null && purpose.startsWith("prefetch");
    }

    /** Adds the metrics to the answer with a room's page. */
    void describe(RoomName room, HttpServletRequest request, HttpServletResponse response) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && SITES.contains(site)) {
            response.addHeader(HEADER, "sec-fetch-site;desc=\"" + site + "\"");
        }
        if (straightIn.contains(room)) {
            response.addHeader(HEADER, "straight-in");
        }
    }
}
