package videochatroom.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import videochatroom.config.Origin;
import videochatroom.config.RoomName;

/**
 * The address of a room. Immutable.
 *
 * @param origin of the page
 * @param path of the page's directory, with a slash at both ends
 */
record RoomLink(Origin origin, String path, RoomName room) {

    /** The maximum length of a page's address, in characters. It fits into a QR code with every room name. */
    private static final int MAX_PAGE_LENGTH = 512;

    /** Segments of unreserved (RFC 3986, section 2.3) or percent-encoded characters. */
    private static final Pattern PATH = Pattern.compile("/(?:(?!\\.\\.?/)(?:[\\w.~-]|%[0-9A-Fa-f]{2})+/)*");

    /**
     * The address for a query.
     *
     * @throws IllegalArgumentException if the query does not have one room's name and one page's directory; its message
     *     is for the person who has written the query
     */
    static RoomLink of(Map<String, String[]> query) {
        RoomName room = RoomName.parse(only(query, "room"))
                .orElseThrow(() -> new IllegalArgumentException(
                        "room: not the name of a room, which has letters, digits, - and _, from 1 to "
                                + RoomName.MAX_LENGTH + " of them."));
        String page = only(query, "page");
        if (page.length() > MAX_PAGE_LENGTH) {
            throw new IllegalArgumentException("page: longer than " + MAX_PAGE_LENGTH + " characters.");
        }
        URI uri = absolute(page);
        String path = uri.getRawPath();
        if (uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || path == null
                || !PATH.matcher(path).matches()) {
            throw notADirectory();
        }
        Origin origin =
                Origin.parse(page.substring(0, page.length() - path.length())).orElseThrow(RoomLink::notADirectory);
        return new RoomLink(origin, path, room);
    }

    /** The address in ASCII, as browsers write it. */
    String address() {
        // No room name has a blank, which would be encoded as a plus.
        return origin + path + URLEncoder.encode(room.value(), StandardCharsets.UTF_8);
    }

    private static URI absolute(String page) {
        try {
            return new URI(page);
        } catch (URISyntaxException notAnAddress) {
            throw notADirectory();
        }
    }

    private static String only(Map<String, String[]> query, String name) {
        String[] values = query.get(name);
        if (values == null || values.length != 1) {
            throw new IllegalArgumentException(
                    name + ": wanted once in the query, which is ?room=<name>&page=<address>.");
        }
        return values[0];
    }

    private static IllegalArgumentException notADirectory() {
        return new IllegalArgumentException("page: not the directory of a page, such as https://example.org/talk/");
    }
}
