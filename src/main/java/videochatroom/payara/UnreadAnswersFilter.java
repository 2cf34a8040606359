package videochatroom.payara;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Ends the connection of somebody who asks for more while he has not read what he got: as soon as 256 KiB wait, a
 * thread of Payara's would wait half a minute for him with each answer. No browser asks before it has the last answer,
 * but for HTTP/2, which is left alone. See decision 18.
 */
public class UnreadAnswersFilter extends GrizzlyFilter {
    private static final long serialVersionUID = 1L;

    /** More than is usually written at once, which may still be counted when its reader asks for the next. */
    private static final int UNREAD_BYTES = 32_768;

    private static final String HTTP_2 = "HTTP/2.0";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<GrizzlyConnection> connection =
                HTTP_2.equals(request.getProtocol()) ? Optional.empty() : beneath(request);
        if (connection.isPresent() && isToEnd(connection.get())) {
            connection.get().terminate();
            return;
        }
        chain.doFilter(request, response);
    }

    /** Also one that has ended: what was asked for before is still read from it. */
    private static boolean isToEnd(GrizzlyConnection connection) {
        return connection.pendingBytes() > UNREAD_BYTES || !connection.isOpen();
    }
}
