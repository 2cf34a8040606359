package videochatroom.payara;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import videochatroom.config.Settings;

/** Remembers what a handshake came by while it is answered, where the settings let it. */
public class ConnectionFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private transient boolean mayTerminate;

    @Inject
    void use(Settings settings) {
        mayTerminate = settings.terminateConnections();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (mayTerminate) {
            GrizzlyConnection.beneath(request).ifPresent(GrizzlyConnection::handshakeBegins);
        }
        try {
            chain.doFilter(request, response);
        } finally {
            GrizzlyConnection.handshakeEnds();
        }
    }
}
