package videochatroom.ice.stun;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.function.Consumer;

/** TCP, or TLS over TCP. Each message has its length in its header (RFC 8489, section 6.2.2). */
final class StreamStunTransport implements StunTransport {

    private final Socket socket;

    private StreamStunTransport(Socket socket) {
        this.socket = socket;
    }

    static StreamStunTransport tcp(InetSocketAddress server, Deadline deadline) throws IOException {
        return new StreamStunTransport(connected(server, deadline));
    }

    /**
     * Connects by TLS.
     *
     * @param name that the certificate has to have
     * @param opened gets the TCP connection before the handshake
     * @throws javax.net.ssl.SSLException if the handshake fails; {@link CertificateProblem#in} tells whether the
     *     certificate is the cause
     */
    static StreamStunTransport tls(
            Tls tls, String name, InetSocketAddress server, Deadline deadline, Consumer<? super Closeable> opened)
            throws IOException {
        Socket plain = connected(server, deadline);
        opened.accept(plain);
        try {
            plain.setSoTimeout(deadline.remainingMillis());
            return new StreamStunTransport(tls.handshake(plain, name));
        } catch (IOException | RuntimeException failed) {
            plain.close();
            throw failed;
        }
    }

    @Override
    public boolean isReliable() {
        return true;
    }

    @Override
    public void send(byte[] message) throws IOException {
        socket.getOutputStream().write(message);
        socket.getOutputStream().flush();
    }

    @Override
    public byte[] receive(Deadline deadline) throws IOException {
        byte[] header = read(StunCodec.HEADER_BYTES, deadline);
        byte[] body = read(StunCodec.bodyLength(header), deadline);
        byte[] message = Arrays.copyOf(header, header.length + body.length);
        System.arraycopy(body, 0, message, header.length, body.length);
        return message;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static Socket connected(InetSocketAddress server, Deadline deadline) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(server, deadline.remainingMillis());
            socket.setTcpNoDelay(true);
            return socket;
        } catch (SocketException unreachable) {
            socket.close();
            throw StunTransport.unreachable(unreachable);
        } catch (IOException | RuntimeException failed) {
            socket.close();
            throw failed;
        }
    }

    private byte[] read(int length, Deadline deadline) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; ) {
            // Set for each read, so that a server that sends a byte now and then cannot pass the deadline.
            socket.setSoTimeout(deadline.remainingMillis());
            int count = in.read(bytes, at, length - at);
            if (count < 0) {
                throw new EOFException("the server has closed the connection");
            }
            at += count;
        }
        return bytes;
    }
}
