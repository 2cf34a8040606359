package videochatroom.ice.stun;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A server on this machine that answers as a test wants, even if no real server does so. */
public final class ScriptedServer implements AutoCloseable {

    /** An answer that never comes. */
    public static final byte[] SILENCE = new byte[0];

    private final Closeable socket;
    private final String host;
    private final int port;
    private final List<Closeable> connections = new CopyOnWriteArrayList<>();

    private ScriptedServer(Closeable socket, InetAddress host, int port) {
        this.socket = socket;
        this.host = host.getAddress().length == 4 ? host.getHostAddress() : "[" + host.getHostAddress() + "]";
        this.port = port;
    }

    /** A server that answers UDP packets. */
    public static ScriptedServer udp(String host, UnaryOperator<byte[]> answers) {
        try {
            InetAddress address = InetAddress.getAllByName(host)[0];
            var socket = new DatagramSocket(0, address);
            var server = new ScriptedServer(socket, address, socket.getLocalPort());
            start(() -> {
                while (true) {
                    var packet = new DatagramPacket(new byte[2048], 2048);
                    socket.receive(packet);
                    byte[] answer = answers.apply(Arrays.copyOf(packet.getData(), packet.getLength()));
                    if (answer.length > 0) {
                        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                    }
                }
            });
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that answers STUN messages over TCP. */
    public static ScriptedServer tcp(UnaryOperator<byte[]> answers) {
        return tcpConnections(connection -> {
            var in = new DataInputStream(connection.getInputStream());
            while (true) {
                byte[] header = in.readNBytes(StunCodec.HEADER_BYTES);
                byte[] body = in.readNBytes(StunCodec.bodyLength(header));
                byte[] message = Arrays.copyOf(header, header.length + body.length);
                System.arraycopy(body, 0, message, header.length, body.length);
                connection.getOutputStream().write(answers.apply(message));
            }
        });
    }

    /** A server that does anything with a TCP connection. */
    public static ScriptedServer tcpConnections(Talk talk) {
        try {
            InetAddress address = InetAddress.getLoopbackAddress();
            var socket = new ServerSocket(0, 50, address);
            var server = new ScriptedServer(socket, address, socket.getLocalPort());
            start(() -> {
                while (true) {
                    Socket connection = socket.accept();
                    server.connections.add(connection);
                    start(() -> {
                        try (connection) {
                            talk.over(connection);
                        }
                    });
                }
            });
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Host and port, as in a URL. */
    public String at() {
        return host + ":" + port;
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Closeable connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server does with a connection. */
    @FunctionalInterface
    public interface Talk {
        void over(Socket connection) throws IOException;
    }

    @FunctionalInterface
    private interface Task {
        void run() throws IOException;
    }

    private static void start(Task task) {
        var thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException closed) {
                        // the test has ended
                    }
                },
                "scripted server");
        thread.setDaemon(true);
        thread.start();
    }
}
