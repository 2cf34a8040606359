package videochatroom.it.benchmark;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.util.HashMap;
import java.util.Map;

/**
 * A minimal relay on the JVM. It reads only the name of the room in the first frame and forwards every other frame
 * unchanged. It has one thread and no locks.
 */
// the channel reports failed writes, since the promises are void
@SuppressWarnings("FutureReturnValueIgnored")
final class NettyRelay extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    private static final int MAX_FRAME_BYTES = 65_536;
    private static final int BACKLOG = 1_024;
    private static final String NAME = "\"roomName\":\"";

    private final Map<String, NettyRelay> waiting;
    private Channel channel;
    private NettyRelay other;
    private String room;

    private NettyRelay(Map<String, NettyRelay> waiting) {
        this.waiting = waiting;
    }

    /** Serves at the port given until it is killed. */
    public static void main(String[] arguments) {
        Map<String, NettyRelay> waiting = new HashMap<>();
        var loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel socket) {
                        socket.pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(MAX_FRAME_BYTES),
                                        new WebSocketServerProtocolHandler("/", null, false, MAX_FRAME_BYTES),
                                        new NettyRelay(waiting));
                    }
                })
                .bind(Integer.parseInt(arguments[0]))
                .syncUninterruptibly();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
        if (room == null) {
            join(context, frame.text());
        } else if (other != null) {
            other.channel.writeAndFlush(frame.retain(), other.channel.voidPromise());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (room != null) {
            waiting.remove(room, this);
        }
        if (other != null) {
            other.other = null;
        }
    }

    private void join(ChannelHandlerContext context, String frame) {
        channel = context.channel();
        int start = frame.indexOf(NAME) + NAME.length();
        room = frame.substring(start, frame.indexOf('"', start));
        other = waiting.remove(room);
        if (other == null) {
            waiting.put(room, this);
        } else {
            other.other = this;
            other.send("{\"event\":\"another_person_ready\"}");
        }
        send("{\"event\":\"joined\"}");
    }

    private void send(String text) {
        channel.writeAndFlush(new TextWebSocketFrame(text), channel.voidPromise());
    }
}
