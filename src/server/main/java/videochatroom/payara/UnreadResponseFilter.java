package videochatroom.payara;

import static videochatroom.config.KnownSettings.USE_GRIZZLY;

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
 * Terminates the connection of a client that sends a further request while an answer is unread (decision 18).
 * Otherwise, as soon as 256 KiB are unsent, a thread of Payara would wait half a minute for each further answer. No
 * browser sends a request before it has the last answer. HTTP/2, where they do, is left alone. Also makes the
 * connection known to the thread that answers the request. Does nothing if {@code signaling.use-grizzly} is false.
 */
public class UnreadResponseFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** More than is usually written at once: that may still count as unsent when the client sends its next request. */
    private static final int UNREAD_BYTES = 32_768;

    private static final String HTTP_2 = "HTTP/2.0";

    private transient boolean enabled;

    @Inject
    void use(Settings settings) {
        enabled = settings.get(USE_GRIZZLY);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<GrizzlyConnection> connection =
                enabled && !HTTP_2.equals(request.getProtocol()) ? GrizzlyConnection.of(request) : Optional.empty();
        if (connection.isPresent() && isToTerminate(connection.get())) {
            connection.get().terminate();
            return;
        }
        connection.ifPresent(GrizzlyConnection::setCurrent);
        try {
            chain.doFilter(request, response);
        } finally {
            GrizzlyConnection.clearCurrent();
        }
    }

    /** Also if it has ended: requests that arrived before are still read from it. */
    private static boolean isToTerminate(GrizzlyConnection connection) {
        return connection.unsentBytes() > UNREAD_BYTES || !connection.isOpen();
    }
}
