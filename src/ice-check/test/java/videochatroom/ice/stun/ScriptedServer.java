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

/** A server on this machine that answers as a test wants, also in ways that no real one does. */
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

    /** Answers packets. */
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

    /** Answers messages that come by TCP. */
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

    /** Does anything with a connection. */
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

    /** Where it is, as it stands in an address. */
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

    /** What it does with a connection. */
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
                        // its end
                    }
                },
                "scripted server");
        thread.setDaemon(true);
        thread.start();
    }
}
