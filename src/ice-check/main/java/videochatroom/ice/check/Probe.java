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
import videochatroom.ice.check.IceAddress.Medium;
import videochatroom.ice.stun.CertificateProblem;
import videochatroom.ice.stun.Deadline;
import videochatroom.ice.stun.LongTermCredentials;
import videochatroom.ice.stun.StunClient;
import videochatroom.ice.stun.StunFormatException;
import videochatroom.ice.stun.StunRefusalException;
import videochatroom.ice.stun.Tls;
import videochatroom.ice.stun.TurnClient;

/**
 * Asks one server at one IP address what a browser would ask it for. Immutable.
 *
 * @param credentials null for STUN servers
 * @param tls null where it is not reached by TLS
 * @param opened gets connections that may have to be closed from outside
 */
record Probe(
        IceAddress server,
        InetAddress address,
        LongTermCredentials credentials,
        Tls tls,
        Consumer<? super Closeable> opened) {

    private static final Duration TO_RELEASE = Duration.ofMillis(500);

    /** What came of it, at the deadline at the latest; an allocation is given back a moment after it at the latest. */
    Finding run(Deadline deadline) {
        if (server.medium() == Medium.DTLS) {
            return finding(Outcome.NOT_TESTED, 0, OptionalInt.empty());
        }
        long begun = System.nanoTime();
        Outcome outcome;
        OptionalInt error = OptionalInt.empty();
        try (StunClient stun = connect(deadline)) {
            outcome = ask(stun, deadline);
        } catch (StunRefusalException refused) {
            error = OptionalInt.of(refused.code());
            outcome = meaningOf(refused.code());
        } catch (IOException failed) {
            outcome = meaningOf(failed);
        }
        return finding(outcome, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun), error);
    }

    /** What it is if nothing came of it. */
    Finding late(Duration after) {
        return finding(Outcome.NO_ANSWER, after.toMillis(), OptionalInt.empty());
    }

    private StunClient connect(Deadline deadline) throws IOException {
        var at = new InetSocketAddress(address, server.port());
        return switch (server.medium()) {
            case TCP -> StunClient.tcp(at, deadline);
            case TLS -> StunClient.tls(tls, server.host(), at, deadline, opened);
            default -> StunClient.udp(at);
        };
    }

    private Outcome ask(StunClient stun, Deadline deadline) throws IOException {
        if (!server.relay()) {
            stun.bind(deadline);
            return Outcome.WORKS;
        }
        var turn = new TurnClient(stun, credentials);
        boolean asked = turn.allocate(deadline);
        try {
            turn.release(deadline.plus(TO_RELEASE));
        } catch (IOException expiresByItself) {
            // it relays, which is what was asked for
        }
        return asked ? Outcome.WORKS : Outcome.OPEN_RELAY;
    }

    private Finding finding(Outcome outcome, long milliseconds, OptionalInt error) {
        return new Finding(server.url(), address.getHostAddress(), outcome, milliseconds, error);
    }

    /** RFC 8489, section 14.8; RFC 8656, section 19. */
    private static Outcome meaningOf(int code) {
        return switch (code) {
            case 401, 441 -> Outcome.CREDENTIALS_REFUSED;
            case 403 -> Outcome.FORBIDDEN;
            case 486, 508 -> Outcome.FULL;
            default -> Outcome.ERROR;
        };
    }

    private static Outcome meaningOf(IOException failed) {
        if (failed instanceof SocketTimeoutException) {
            return Outcome.NO_ANSWER;
        }
        if (failed instanceof StunFormatException) {
            return Outcome.NOT_STUN;
        }
        if (failed instanceof SSLException) {
            return CertificateProblem.in(failed).map(Probe::meaningOf).orElse(Outcome.TLS_FAILED);
        }
        if (failed instanceof ConnectException || failed instanceof PortUnreachableException) {
            return Outcome.REFUSED;
        }
        if (failed instanceof NoRouteToHostException) {
            return Outcome.NO_ROUTE;
        }
        // it was there, and hung up instead of answering
        return Outcome.NOT_STUN;
    }

    private static Outcome meaningOf(CertificateProblem problem) {
        return switch (problem) {
            case EXPIRED -> Outcome.CERTIFICATE_EXPIRED;
            case UNTRUSTED -> Outcome.CERTIFICATE_UNTRUSTED;
            case WRONG_NAME -> Outcome.CERTIFICATE_OF_OTHER_NAME;
        };
    }
}
