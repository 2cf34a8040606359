package videochatroom.ice.stun;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Arrays;

/** UDP. The socket is connected, so that it ignores packets of others and reports a closed port (ICMP). */
final class UdpStunTransport implements StunTransport {

    /** More than any answer has. */
    private static final int MAX_BYTES = 2048;

    private final DatagramSocket socket;

    UdpStunTransport(InetSocketAddress server) throws IOException {
        socket = new DatagramSocket();
        try {
            socket.connect(server);
        } catch (SocketException unreachable) {
            socket.close();
            throw StunTransport.unreachable(unreachable);
        }
    }

    @Override
    public boolean isReliable() {
        return false;
    }

    @Override
    public void send(byte[] message) throws IOException {
        try {
            socket.send(new DatagramPacket(message, message.length));
        } catch (SocketException unreachable) {
            throw StunTransport.unreachable(unreachable);
        }
    }

    @Override
    public byte[] receive(Deadline deadline) throws IOException {
        var packet = new DatagramPacket(new byte[MAX_BYTES], MAX_BYTES);
        socket.setSoTimeout(deadline.remainingMillis());
        socket.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    @Override
    public void close() {
        socket.close();
    }
}
