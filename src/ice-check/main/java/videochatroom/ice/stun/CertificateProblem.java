package videochatroom.ice.stun;

import java.security.cert.CertificateException;
import java.util.Optional;

/** What is wrong with a server's TLS certificate. */
public enum CertificateProblem {
    /** It is not valid any more, or not yet. */
    EXPIRED,
    /** The trust store of this Java has no authority for it. */
    UNTRUSTED,
    /** It is valid, but for another host name. */
    WRONG_NAME;

    /** The problem that an exception of a handshake has among its causes; empty if the certificate is not the cause. */
    public static Optional<CertificateProblem> in(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Found found) {
                return Optional.of(found.problem);
            }
        }
        return Optional.empty();
    }

    /** Carries the problem through the handshake, which wraps it in exceptions of its own. */
    static final class Found extends CertificateException {
        private static final long serialVersionUID = 1L;

        private final CertificateProblem problem;

        Found(CertificateProblem problem, CertificateException cause) {
            super(cause);
            this.problem = problem;
        }
    }
}
