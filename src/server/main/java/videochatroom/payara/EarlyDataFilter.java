package videochatroom.payara;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Refuses a handshake behind which data has come already: a client must wait for the answer (RFC 6455, section 4.1).
 * Tyrus would wait for itself, and a thread of Payara's would be lost with each: see decision 16.
 */
public class EarlyDataFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getInputStream().available() > 0) {
            Optional<GrizzlyConnection> closed = GrizzlyConnection.ofRequest().filter(GrizzlyConnection::isPending);
            if (closed.isPresent()) {
                // No first handshake: an answer would wait for the same reader as what is still to be written.
                closed.get().terminate();
                return;
            }
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            // what follows is no request
            response.setHeader("Connection", "close");
            response.setContentType("text/plain;charset=UTF-8");
            // not its writer: where a closed socket's handshake comes once more, that stream is in use already
            response.getOutputStream().println("Nothing may be sent before the handshake is answered.");
            return;
        }
        chain.doFilter(request, response);
    }
}
