package videochatroom.ice.stun;

import java.security.cert.CertificateException;
import java.util.Optional;

/** What can be wrong with a server's certificate. */
public enum CertificateProblem {
    /** Over, or not begun. */
    EXPIRED,
    /** By nobody that this Java trusts. */
    UNTRUSTED,
    /** Good, but of another name. */
    WRONG_NAME;

    /** The one in what a handshake threw. */
    public static Optional<CertificateProblem> in(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Found found) {
                return Optional.of(found.problem);
            }
        }
        return Optional.empty();
    }

    /** Tells a handshake of it. */
    static final class Found extends CertificateException {
        private static final long serialVersionUID = 1L;

        private final CertificateProblem problem;

        Found(CertificateProblem problem, CertificateException cause) {
            super(cause);
            this.problem = problem;
        }
    }
}
