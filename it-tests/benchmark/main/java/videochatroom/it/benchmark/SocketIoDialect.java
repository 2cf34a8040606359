package videochatroom.it.benchmark;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;

/**
 * Socket.IO protocol 5 over Engine.IO protocol 4, with a WebSocket from the start. By default a browser's client starts
 * with long polling and upgrades, which costs the server more.
 */
final class SocketIoDialect implements Dialect {

    private static final AsciiString OPEN = AsciiString.cached("0{");
    private static final AsciiString PING = AsciiString.cached("2");
    private static final AsciiString CONNECTED = AsciiString.cached("40");
    private static final AsciiString CONNECT_ERROR = AsciiString.cached("44");
    private static final AsciiString EVENT = AsciiString.cached("42[\"");
    private static final AsciiString READY = AsciiString.cached("another_person_ready\"");
    private static final AsciiString FULL = AsciiString.cached("too_many_people\"");
    private static final AsciiString EXCEPTION = AsciiString.cached("exception\"");

    @Override
    public String path(Room room, int side) {
        return "/socket.io/?EIO=4&transport=websocket";
    }

    @Override
    public void opened(Participant participant) {
        // the server sends the first message
    }

    @Override
    public Signal read(ByteBuf frame, Participant participant) {
        if (starts(frame, EVENT)) {
            return event(frame);
        }
        if (starts(frame, OPEN)) {
            participant.send("40");
            return Signal.OTHER;
        }
        if (starts(frame, CONNECTED)) {
            participant.send("42[\"join_room\",\"" + participant.room().name() + "\"]");
            // the server does not acknowledge a join
            return Signal.JOINED;
        }
        if (starts(frame, PING)) {
            participant.send("3");
        }
        return starts(frame, CONNECT_ERROR) ? Signal.REFUSED : Signal.OTHER;
    }

    @Override
    public boolean announces() {
        return true;
    }

    @Override
    public String head(MessageKind kind, Participant from) {
        return "42[\"" + kind.event + "\",{\"" + kind.member + "\":";
    }

    @Override
    public String tail(MessageKind kind, Participant from) {
        return ",\"roomName\":\"" + from.room().name() + "\"}]";
    }

    @Override
    public void leave(Participant participant) {
        participant.send("41");
    }

    @Override
    public void heartbeat(Participant participant) {
        // the server sends pings itself
    }

    private static Signal event(ByteBuf frame) {
        if (EnvelopeDialect.startsWith(frame, EVENT.length(), READY)) {
            return Signal.READY;
        }
        boolean refused = EnvelopeDialect.startsWith(frame, EVENT.length(), FULL)
                || EnvelopeDialect.startsWith(frame, EVENT.length(), EXCEPTION);
        return refused ? Signal.REFUSED : Signal.RELAYED;
    }

    private static boolean starts(ByteBuf frame, AsciiString text) {
        return EnvelopeDialect.startsWith(frame, 0, text);
    }
}
