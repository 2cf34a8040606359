package videochatroom.payara;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers with an address where a handshake asks for the server's own name. Tyrus asks in each of them, though it makes
 * no use of the answer, and on Payara that is a reverse look-up: seconds, where no name server knows the address.
 */
public class LocalNameFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new NamedByItsAddress(request), response);
    }

    private static final class NamedByItsAddress extends HttpServletRequestWrapper {

        NamedByItsAddress(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getLocalName() {
            return getLocalAddr();
        }
    }
}
