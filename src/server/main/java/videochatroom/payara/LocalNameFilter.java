package videochatroom.payara;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Gives the server's address in place of its name. Tyrus asks for the name in every handshake and does not use it. On
 * Payara that is a reverse look-up, which takes seconds if no name server knows the address.
 */
public class LocalNameFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new AddressAsName(request), response);
    }

    private static final class AddressAsName extends HttpServletRequestWrapper {

        AddressAsName(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getLocalName() {
            return getLocalAddr();
        }
    }
}
