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

/** TCP, or TLS over it: messages follow one another, each with its length in its header (RFC 8489, section 6.2.2). */
final class StreamWire implements Wire {

    private final Socket socket;

    private StreamWire(Socket socket) {
        this.socket = socket;
    }

    static StreamWire tcp(InetSocketAddress server, Deadline deadline) throws IOException {
        return new StreamWire(connected(server, deadline));
    }

    /**
     * Throws {@link CertificateProblem.Found} inside an {@link javax.net.ssl.SSLException} where it is the certificate.
     */
    static StreamWire tls(
            Tls tls, String name, InetSocketAddress server, Deadline deadline, Consumer<? super Closeable> opened)
            throws IOException {
        Socket plain = connected(server, deadline);
        opened.accept(plain);
        try {
            plain.setSoTimeout(deadline.remainingMillis());
            return new StreamWire(tls.handshake(plain, name));
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
        } catch (SocketException noWay) {
            socket.close();
            throw Wire.unreachable(noWay);
        } catch (IOException | RuntimeException failed) {
            socket.close();
            throw failed;
        }
    }

    private byte[] read(int length, Deadline deadline) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; ) {
            // anew each time: one that sends a byte now and then is as silent as any
            socket.setSoTimeout(deadline.remainingMillis());
            int count = in.read(bytes, at, length - at);
            if (count < 0) {
                throw new EOFException("closed by the other side");
            }
            at += count;
        }
        return bytes;
    }
}
