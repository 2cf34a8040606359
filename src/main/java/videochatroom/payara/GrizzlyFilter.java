package videochatroom.payara;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import videochatroom.config.Settings;

/** A filter that knows what a request came by, where the settings let it. */
abstract class GrizzlyFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private transient boolean mayUse;

    @Inject
    void use(Settings settings) {
        mayUse = settings.useGrizzly();
    }

    /**
     * What the request came by; nothing on other servers, where Payara is not as expected, or where it is switched off.
     */
    Optional<GrizzlyConnection> beneath(HttpServletRequest request) {
        return mayUse ? GrizzlyConnection.beneath(request) : Optional.empty();
    }
}
