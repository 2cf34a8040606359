package videochatroom.it.benchmark;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** One of the two sockets of a room. Confined to the generator's thread. */
// the channel reports failed writes, since the promises are void
@SuppressWarnings("FutureReturnValueIgnored")
final class Participant extends SimpleChannelInboundHandler<WebSocketFrame> {

    /** The code for a connection that ended without a close frame: RFC 6455, section 7.1.5. */
    private static final int NO_CLOSE_FRAME = 1006;

    private final Room room;
    private final int side;
    private final Dialect dialect;
    /** The parts before and after the payload, by kind. They are the same for all messages of a participant. */
    private final Map<MessageKind, byte[]> heads = new EnumMap<>(MessageKind.class);

    private final Map<MessageKind, byte[]> tails = new EnumMap<>(MessageKind.class);
    private Channel channel;
    private boolean leaving;
    private int closeCode = NO_CLOSE_FRAME;

    Participant(Room room, int side, Dialect dialect) {
        this.room = room;
        this.side = side;
        this.dialect = dialect;
    }

    Room room() {
        return room;
    }

    /** 0 for the first participant of the room, 1 for the second. */
    int side() {
        return side;
    }

    /** The WebSocket's channel; null before the handshake is complete. */
    Channel channel() {
        return channel;
    }

    /** Sends a text message. */
    void send(String text) {
        channel.writeAndFlush(new TextWebSocketFrame(text), channel.voidPromise());
    }

    /** Sends the message with this number to the other participant. */
    void relay(long sequence) {
        MessageKind kind = room.script().kind(side, sequence);
        byte[] head = heads.computeIfAbsent(kind, unused -> bytes(dialect.head(kind, this)));
        byte[] tail = tails.computeIfAbsent(kind, unused -> bytes(dialect.tail(kind, this)));
        ByteBuf frame = channel.alloc()
                .directBuffer(head.length + kind.length() + tail.length)
                .writeBytes(head);
        kind.write(frame, room.number(), side, sequence);
        frame.writeBytes(tail);
        channel.writeAndFlush(new TextWebSocketFrame(frame), channel.voidPromise());
    }

    /** Sends a heartbeat if the server expects one. */
    void heartbeat() {
        if (channel != null && channel.isActive()) {
            dialect.heartbeat(this);
        }
    }

    /** Leaves the room and closes the socket. */
    void leave() {
        leaving = true;
        if (channel != null && channel.isActive()) {
            dialect.leave(this);
            channel.writeAndFlush(new CloseWebSocketFrame(1000, ""), channel.voidPromise());
        }
    }

    /** Stops reading, like a frozen browser. */
    void stall() {
        leaving = true;
        channel.config().setAutoRead(false);
    }

    /** Reads again, up to the close frame. */
    void resumeReading() {
        channel.config().setAutoRead(true);
    }

    /** The code of the server's close frame, or 1006 without one. */
    int closeCode() {
        return closeCode;
    }

    /** Resets the connection, without a close frame. */
    void cut() {
        leaving = true;
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
            channel = context.channel();
            dialect.opened(this);
        } else if (event == ClientHandshakeStateEvent.HANDSHAKE_TIMEOUT) {
            room.failed(new BenchmarkFailure("No response to the handshake of " + this));
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        if (frame instanceof CloseWebSocketFrame close) {
            closeCode = close.statusCode();
            context.close();
            return;
        }
        if (!(frame instanceof TextWebSocketFrame)) {
            throw new BenchmarkFailure("Not a text: " + frame);
        }
        ByteBuf content = frame.content();
        switch (dialect.read(content, this)) {
            case JOINED -> room.joined(this);
            case READY -> room.ready(this);
            case RELAYED -> room.received(this, content);
            case REFUSED ->
                throw new BenchmarkFailure(this + " is refused: " + content.toString(StandardCharsets.UTF_8));
            case LEFT -> room.left(this);
            case OTHER -> {}
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (leaving) {
            room.closed(this);
        } else {
            room.failed(new BenchmarkFailure("The server closed the socket of " + this));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!leaving) {
            room.failed(
                    cause instanceof WebSocketClientHandshakeException refused
                            ? new BenchmarkFailure("The handshake of " + this + " was refused: " + refused.response())
                            : cause);
        }
        context.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "participant " + side + " of room " + room.name();
    }
}
