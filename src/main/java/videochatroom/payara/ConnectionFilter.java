package videochatroom.payara;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Remembers what a handshake came by while it is answered. */
public class ConnectionFilter extends GrizzlyFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        beneath(request).ifPresent(GrizzlyConnection::handshakeBegins);
        try {
            chain.doFilter(request, response);
        } finally {
            GrizzlyConnection.handshakeEnds();
        }
    }
}
