package videochatroom.ice.stun;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks one server, one thing at a time (RFC 8489, section 6). Not thread-safe, but may be closed by any thread. */
public final class StunClient implements Closeable {

    /** The pause before what was sent by UDP is sent again; doubled each time (RFC 8489, section 6.2.1). */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final Wire wire;

    private StunClient(Wire wire) {
        this.wire = wire;
    }

    /** By UDP: nothing is sent yet. */
    public static StunClient udp(InetSocketAddress server) throws IOException {
        return new StunClient(new UdpWire(server));
    }

    /** By TCP: connects. */
    public static StunClient tcp(InetSocketAddress server, Deadline deadline) throws IOException {
        return new StunClient(StreamWire.tcp(server, deadline));
    }

    /**
     * By TLS over TCP: connects, and looks at the certificate.
     *
     * @param tls whom to trust
     * @param name whose certificate it has to show
     * @param opened gets the connection before the handshake, which only closing it ends where the other side stalls
     * @throws javax.net.ssl.SSLException where there is no TLS, or not with this certificate:
     *     {@link CertificateProblem}
     */
    public static StunClient tls(
            Tls tls, String name, InetSocketAddress server, Deadline deadline, Consumer<? super Closeable> opened)
            throws IOException {
        return new StunClient(StreamWire.tls(tls, name, server, deadline, opened));
    }

    /**
     * Asks for the own address as the server sees it.
     *
     * @throws StunRefusalException where it answers with an error
     * @throws StunFormatException where what answers speaks no STUN
     * @throws SocketTimeoutException where nothing answers
     */
    public void bind(Deadline deadline) throws IOException {
        StunMessage answer = exchange(StunMessage.request(StunMessage.BINDING, List.of()), Optional.empty(), deadline);
        if (answer.isError()) {
            throw new StunRefusalException(answer.errorCode());
        }
        if (answer.attribute(StunAttribute.XOR_MAPPED_ADDRESS)
                .or(() -> answer.attribute(StunAttribute.MAPPED_ADDRESS))
                .isEmpty()) {
            throw new StunFormatException("an answer without an address");
        }
    }

    /** The answer to a request, be it success or error. What is no answer to it, or forged, counts for nothing. */
    StunMessage exchange(StunMessage request, Optional<byte[]> key, Deadline deadline) throws IOException {
        byte[] bytes = StunCodec.encode(request, key);
        Optional<StunFormatException> nonsense = Optional.empty();
        for (Duration pause = FIRST_PAUSE; !deadline.isOver(); pause = pause.multipliedBy(2)) {
            wire.send(bytes);
            Deadline again = wire.isReliable() ? deadline : deadline.orIn(pause);
            try {
                while (true) {
                    byte[] received = wire.receive(again);
                    try {
                        StunMessage answer = StunCodec.decode(received);
                        if (answer.isAnswerTo(request) && isGenuine(answer, received, key)) {
                            return answer;
                        }
                    } catch (StunFormatException noStun) {
                        nonsense = Optional.of(noStun);
                    }
                }
            } catch (SocketTimeoutException silence) {
                // once more, as long as there is time
            }
        }
        if (nonsense.isPresent()) {
            throw nonsense.get();
        }
        throw new SocketTimeoutException("no answer");
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }

    /** Errors may be unsigned: who has asked without a nonce, or with an old one, could not be answered otherwise. */
    private static boolean isGenuine(StunMessage answer, byte[] bytes, Optional<byte[]> key) {
        return answer.isError() || key.isEmpty() || StunCodec.isIntact(bytes, key.get());
    }
}
