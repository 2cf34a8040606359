package videochatroom.it.benchmark;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;

/** This project's protocol ({@code src/docs/protocol/asyncapi.json}), as its own client uses it. */
final class EnvelopeDialect implements Dialect {

    private static final int NAME_AT = "{\"event\":\"".length();
    private static final AsciiString JOINED = AsciiString.cached("joined\"");
    private static final AsciiString READY = AsciiString.cached("another_person_ready\"");
    private static final AsciiString OFFER = AsciiString.cached("send_connection_offer\"");
    private static final AsciiString ANSWER = AsciiString.cached("answer\"");
    /** The beginning of both {@code send_candidate} and {@code send_candidates}. */
    private static final AsciiString CANDIDATE = AsciiString.cached("send_candidate");

    private static final AsciiString LEFT = AsciiString.cached("participant_left\"");
    private static final AsciiString ERROR = AsciiString.cached("error\"");
    private static final AsciiString FULL = AsciiString.cached("too_many_people\"");

    private final String path;

    /** For a server whose WebSocket has this path. */
    EnvelopeDialect(String path) {
        this.path = path;
    }

    @Override
    public String path(Room room, int side) {
        return path;
    }

    @Override
    public void opened(Participant participant) {
        participant.send("{\"event\":\"join_room\",\"data\":{\"roomName\":\""
                + participant.room().name() + "\"}}");
    }

    @Override
    public Signal read(ByteBuf frame, Participant participant) {
        if (names(frame, CANDIDATE) || names(frame, OFFER) || names(frame, ANSWER)) {
            return Signal.RELAYED;
        }
        if (names(frame, JOINED)) {
            return Signal.JOINED;
        }
        if (names(frame, READY)) {
            return Signal.READY;
        }
        if (names(frame, LEFT)) {
            return Signal.LEFT;
        }
        return names(frame, ERROR) || names(frame, FULL) ? Signal.REFUSED : Signal.OTHER;
    }

    @Override
    public boolean announces() {
        return true;
    }

    @Override
    public String head(MessageKind kind, Participant from) {
        return "{\"event\":\"" + kind.event + "\",\"data\":{\"" + kind.member + "\":";
    }

    @Override
    public String tail(MessageKind kind, Participant from) {
        return ",\"roomName\":\"" + from.room().name() + "\"}}";
    }

    @Override
    public CallScript callScript() {
        return CallScript.CANDIDATES_TOGETHER;
    }

    @Override
    public void leave(Participant participant) {
        participant.send("{\"event\":\"leave_room\"}");
    }

    @Override
    public void heartbeat(Participant participant) {
        // the server sends pings itself
    }

    static boolean names(ByteBuf frame, AsciiString name) {
        return startsWith(frame, NAME_AT, name);
    }

    /** Whether a frame contains a text at this position. */
    static boolean startsWith(ByteBuf frame, int at, AsciiString text) {
        if (frame.readableBytes() < at + text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (frame.getByte(frame.readerIndex() + at + i) != text.byteAt(i)) {
                return false;
            }
        }
        return true;
    }
}
