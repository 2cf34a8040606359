package videochatroom.payara;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Refuses a handshake if data has arrived behind it: a client must wait for the answer (RFC 6455, section 4.1).
 * Otherwise Tyrus would wait for itself, and each such handshake would cost a thread of Payara (decision 16).
 */
public class EarlyDataFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getInputStream().available() > 0) {
            Optional<GrizzlyConnection> closed = GrizzlyConnection.current().filter(GrizzlyConnection::hasUnsentData);
            if (closed.isPresent()) {
                // This is the handshake of a closed socket again. An answer would wait like the data that is unsent.
                closed.get().terminate();
                return;
            }
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            // The data behind the handshake is no request.
            response.setHeader("Connection", "close");
            response.setContentType("text/plain;charset=UTF-8");
            // Not the writer: if this is the handshake of a closed socket again, the stream is in use already.
            response.getOutputStream().println("Nothing may be sent before the handshake is answered.");
            return;
        }
        chain.doFilter(request, response);
    }
}
