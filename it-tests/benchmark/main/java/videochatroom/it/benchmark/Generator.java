package videochatroom.it.benchmark;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens WebSockets to one server. All of it runs on one thread, so there are no locks. */
final class Generator implements AutoCloseable {

    private static final int MAX_FRAME_BYTES = 1 << 20;
    private static final int CONNECT_MILLIS = 20_000;
    private static final int CALL_SECONDS = 60;

    /** Local addresses, since the ports of one are too few for thousands of short-lived sockets. */
    private static final int ADDRESSES = 16;

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Bootstrap bootstrap;
    private final Dialect dialect;
    private final int port;
    private int connected;

    Generator(int port, Dialect dialect) {
        this.port = port;
        this.dialect = dialect;
        this.bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS);
    }

    Dialect dialect() {
        return dialect;
    }

    /** Opens a socket and notifies the room of its events. To be called on the generator's thread. */
    Participant connect(Room room, int side) {
        var participant = new Participant(room, side, dialect);
        URI address = URI.create("ws://localhost:" + port + dialect.path(room, side));
        var config = WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(address)
                .maxFramePayloadLength(MAX_FRAME_BYTES)
                .allowExtensions(false)
                .withUTF8Validator(false)
                // the participant reads the close code
                .handleCloseFrames(false)
                .handshakeTimeoutMillis(CONNECT_MILLIS)
                .forceCloseTimeoutMillis(CONNECT_MILLIS)
                .build();
        var opening = bootstrap.clone().handler(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline()
                        .addLast(
                                new HttpClientCodec(),
                                new HttpObjectAggregator(8_192),
                                new WebSocketClientProtocolHandler(config),
                                participant);
            }
        });
        connected = (connected + 1) % ADDRESSES;
        opening.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        new InetSocketAddress(loopback(1 + connected), 0))
                .addListener(done -> {
                    if (!done.isSuccess()) {
                        room.failed(done.cause());
                    }
                });
        return participant;
    }

    /** Runs a task on the generator's thread and waits for its result. */
    <T> T call(Callable<T> task) {
        try {
            return loop.submit(task).get(CALL_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new BenchmarkFailure("On the generator's thread", e.getCause());
        } catch (TimeoutException e) {
            throw new BenchmarkFailure("The generator's thread does not respond", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("Interrupted", e);
        }
    }

    private static InetAddress loopback(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Runs a task on the generator's thread after it has polled for incoming data. */
    void soon(Runnable task) {
        // not execute(): it would run before polling
        after(Duration.ofNanos(1), task);
    }

    /** Runs a task on the generator's thread after a delay. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void after(Duration delay, Runnable task) {
        loop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Runs a task on the generator's thread periodically. */
    ScheduledFuture<?> every(long seconds, Runnable task) {
        return loop.scheduleAtFixedRate(task, seconds, seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
