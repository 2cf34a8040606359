package videochatroom.ice.stun;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends requests to one server, one at a time (RFC 8489, section 6). Not thread-safe, except that any thread may close
 * it.
 */
public final class StunClient implements Closeable {

    /** The time before the first retransmission over UDP; it doubles with each one (RTO of RFC 8489, section 6.2.1). */
    private static final Duration INITIAL_TIMEOUT = Duration.ofMillis(500);

    private final StunTransport transport;

    private StunClient(StunTransport transport) {
        this.transport = transport;
    }

    /** A client over UDP. Sends nothing yet. */
    public static StunClient udp(InetSocketAddress server) throws IOException {
        return new StunClient(new UdpStunTransport(server));
    }

    /** A client over TCP. Connects. */
    public static StunClient tcp(InetSocketAddress server, Deadline deadline) throws IOException {
        return new StunClient(StreamStunTransport.tcp(server, deadline));
    }

    /**
     * A client over TLS. Connects and checks the certificate.
     *
     * @param tls which certificates to trust
     * @param name that the certificate has to have
     * @param opened gets the TCP connection before the handshake: only closing it ends the handshake if the server
     *     stalls
     * @throws javax.net.ssl.SSLException if the handshake fails; {@link CertificateProblem#in} tells whether the
     *     certificate is the cause
     */
    public static StunClient tls(
            Tls tls, String name, InetSocketAddress server, Deadline deadline, Consumer<? super Closeable> opened)
            throws IOException {
        return new StunClient(StreamStunTransport.tls(tls, name, server, deadline, opened));
    }

    /**
     * Sends a Binding request: the server answers with the address from which it came (RFC 8489, section 2).
     *
     * @throws StunRefusalException if the server answers with an error
     * @throws StunFormatException if something else than a STUN server answers
     * @throws SocketTimeoutException if there is no answer before the deadline
     */
    public void bind(Deadline deadline) throws IOException {
        StunMessage answer = exchange(StunMessage.request(StunMessage.BINDING, List.of()), Optional.empty(), deadline);
        if (answer.isError()) {
            throw new StunRefusalException(answer.errorCode());
        }
        if (answer.attribute(StunAttribute.XOR_MAPPED_ADDRESS)
                .or(() -> answer.attribute(StunAttribute.MAPPED_ADDRESS))
                .isEmpty()) {
            throw new StunFormatException("the answer has no address");
        }
    }

    /**
     * Sends a request and returns its answer, success or error. Ignores messages that do not answer it or are forged.
     *
     * @param key signs the request, and has to have signed a success answer
     */
    StunMessage exchange(StunMessage request, Optional<byte[]> key, Deadline deadline) throws IOException {
        byte[] bytes = StunCodec.encode(request, key);
        Optional<StunFormatException> malformed = Optional.empty();
        for (Duration timeout = INITIAL_TIMEOUT; !deadline.isOver(); timeout = timeout.multipliedBy(2)) {
            transport.send(bytes);
            Deadline again = transport.isReliable() ? deadline : deadline.orIn(timeout);
            try {
                while (true) {
                    byte[] received = transport.receive(again);
                    try {
                        StunMessage answer = StunCodec.decode(received);
                        if (answer.isAnswerTo(request) && isGenuine(answer, received, key)) {
                            return answer;
                        }
                    } catch (StunFormatException notStun) {
                        malformed = Optional.of(notStun);
                    }
                }
            } catch (SocketTimeoutException silence) {
                // Sent again while there is time.
            }
        }
        if (malformed.isPresent()) {
            throw malformed.get();
        }
        throw new SocketTimeoutException("no answer");
    }

    @Override
    public void close() throws IOException {
        transport.close();
    }

    /**
     * Errors may be unsigned: 401 and 438 answer requests whose key the server cannot check (RFC 8489, section 9.2.4).
     */
    private static boolean isGenuine(StunMessage answer, byte[] bytes, Optional<byte[]> key) {
        return answer.isError() || key.isEmpty() || StunCodec.isIntact(bytes, key.get());
    }
}
