package videochatroom.ice.check;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import videochatroom.ice.check.IceAddress.Transport;
import videochatroom.ice.stun.CertificateProblem;
import videochatroom.ice.stun.Deadline;
import videochatroom.ice.stun.LongTermCredentials;
import videochatroom.ice.stun.StunClient;
import videochatroom.ice.stun.StunFormatException;
import videochatroom.ice.stun.StunRefusalException;
import videochatroom.ice.stun.Tls;
import videochatroom.ice.stun.TurnClient;

/**
 * Sends one server, at one IP address, the requests that a browser would send. Immutable.
 *
 * @param credentials null for a STUN server
 * @param tls null if the server is not reached over TLS
 * @param opened gets connections that may have to be closed by another thread
 */
record Probe(
        IceAddress server,
        InetAddress address,
        LongTermCredentials credentials,
        Tls tls,
        Consumer<? super Closeable> opened) {

    private static final Duration RELEASE_TIMEOUT = Duration.ofMillis(500);

    /**
     * Probes the server. Returns at the deadline at the latest, or {@link #RELEASE_TIMEOUT} after it if an allocation
     * has to be deleted.
     */
    ProbeResult run(Deadline deadline) {
        if (server.transport() == Transport.DTLS) {
            return result(Outcome.NOT_TESTED, 0, OptionalInt.empty());
        }
        long startedAt = System.nanoTime();
        Outcome outcome;
        OptionalInt error = OptionalInt.empty();
        try (StunClient stun = connect(deadline)) {
            outcome = request(stun, deadline);
        } catch (StunRefusalException refused) {
            error = OptionalInt.of(refused.code());
            outcome = outcomeOf(refused.code());
        } catch (IOException failed) {
            outcome = outcomeOf(failed);
        }
        return result(outcome, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt), error);
    }

    /** The result of a probe that has not returned. */
    ProbeResult late(Duration after) {
        return result(Outcome.NO_ANSWER, after.toMillis(), OptionalInt.empty());
    }

    private StunClient connect(Deadline deadline) throws IOException {
        var at = new InetSocketAddress(address, server.port());
        return switch (server.transport()) {
            case TCP -> StunClient.tcp(at, deadline);
            case TLS -> StunClient.tls(tls, server.host(), at, deadline, opened);
            default -> StunClient.udp(at);
        };
    }

    private Outcome request(StunClient stun, Deadline deadline) throws IOException {
        if (!server.relay()) {
            stun.bind(deadline);
            return Outcome.WORKS;
        }
        var turn = new TurnClient(stun, credentials);
        boolean credentialsRequired = turn.allocate(deadline);
        try {
            turn.release(deadline.plus(RELEASE_TIMEOUT));
        } catch (IOException expiresByItself) {
            // The server relays, which is the answer to the question.
        }
        return credentialsRequired ? Outcome.WORKS : Outcome.OPEN_RELAY;
    }

    private ProbeResult result(Outcome outcome, long milliseconds, OptionalInt error) {
        return new ProbeResult(server.url(), address.getHostAddress(), outcome, milliseconds, error);
    }

    /** RFC 8489, section 14.8; RFC 8656, section 19. */
    private static Outcome outcomeOf(int code) {
        return switch (code) {
            case 401, 441 -> Outcome.CREDENTIALS_REFUSED;
            case 403 -> Outcome.FORBIDDEN;
            case 486, 508 -> Outcome.FULL;
            default -> Outcome.ERROR;
        };
    }

    private static Outcome outcomeOf(IOException failed) {
        if (failed instanceof SocketTimeoutException) {
            return Outcome.NO_ANSWER;
        }
        if (failed instanceof StunFormatException) {
            return Outcome.NOT_STUN;
        }
        if (failed instanceof SSLException) {
            return CertificateProblem.in(failed).map(Probe::outcomeOf).orElse(Outcome.TLS_FAILED);
        }
        if (failed instanceof ConnectException || failed instanceof PortUnreachableException) {
            return Outcome.REFUSED;
        }
        if (failed instanceof NoRouteToHostException) {
            return Outcome.NO_ROUTE;
        }
        // The server accepted the connection and closed it without an answer.
        return Outcome.NOT_STUN;
    }

    private static Outcome outcomeOf(CertificateProblem problem) {
        return switch (problem) {
            case EXPIRED -> Outcome.CERTIFICATE_EXPIRED;
            case UNTRUSTED -> Outcome.CERTIFICATE_UNTRUSTED;
            case WRONG_NAME -> Outcome.CERTIFICATE_OF_OTHER_NAME;
        };
    }
}
