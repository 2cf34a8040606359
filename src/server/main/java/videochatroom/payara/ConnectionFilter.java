package videochatroom.payara;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import videochatroom.config.Settings;

/**
 * Remembers what a request came by while it is answered, where the settings let it, and ends the connection of somebody
 * who asks for more while he has not read what he got: as soon as 256 KiB wait, a thread of Payara's would wait half a
 * minute for him with each answer. No browser asks before it has the last answer, but for HTTP/2, which is left alone.
 * See decision 18.
 */
public class ConnectionFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** More than is usually written at once, which may still be counted when its reader asks for the next. */
    private static final int UNREAD_BYTES = 32_768;

    private static final String HTTP_2 = "HTTP/2.0";

    private transient boolean mayUse;

    @Inject
    void use(Settings settings) {
        mayUse = settings.useGrizzly();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<GrizzlyConnection> connection =
                mayUse && !HTTP_2.equals(request.getProtocol()) ? GrizzlyConnection.beneath(request) : Optional.empty();
        if (connection.isPresent() && isToEnd(connection.get())) {
            connection.get().terminate();
            return;
        }
        connection.ifPresent(GrizzlyConnection::requestBegins);
        try {
            chain.doFilter(request, response);
        } finally {
            GrizzlyConnection.requestEnds();
        }
    }

    /** Also one that has ended: what was asked for before is still read from it. */
    private static boolean isToEnd(GrizzlyConnection connection) {
        return connection.pendingBytes() > UNREAD_BYTES || !connection.isOpen();
    }
}
