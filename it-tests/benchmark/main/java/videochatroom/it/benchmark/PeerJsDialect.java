package videochatroom.it.benchmark;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import java.util.Map;

/** The protocol of the PeerJS server. It has no rooms: each message names its recipient. */
final class PeerJsDialect implements Dialect {

    private static final AsciiString OPEN = AsciiString.cached("{\"type\":\"OPEN\"");
    private static final AsciiString RELAYED_OFFER = AsciiString.cached("{\"type\":\"OFFER\"");
    private static final AsciiString RELAYED_ANSWER = AsciiString.cached("{\"type\":\"ANSWER\"");
    private static final AsciiString RELAYED_CANDIDATE = AsciiString.cached("{\"type\":\"CANDIDATE\"");
    private static final AsciiString LEAVE = AsciiString.cached("{\"type\":\"LEAVE\"");

    private static final Map<MessageKind, String> MEMBERS = Map.of(
            MessageKind.OFFER, "sdp",
            MessageKind.ANSWER, "sdp",
            MessageKind.CANDIDATE, "candidate");

    @Override
    public String path(Room room, int side) {
        return "/peerjs?key=peerjs&id=" + id(room, side) + "&token=" + id(room, side) + "&version=1.5.5";
    }

    @Override
    public void opened(Participant participant) {
        // the server sends the first message
    }

    @Override
    public Signal read(ByteBuf frame, Participant participant) {
        if (EnvelopeDialect.startsWith(frame, 0, RELAYED_CANDIDATE)
                || EnvelopeDialect.startsWith(frame, 0, RELAYED_OFFER)
                || EnvelopeDialect.startsWith(frame, 0, RELAYED_ANSWER)) {
            return Signal.RELAYED;
        }
        if (EnvelopeDialect.startsWith(frame, 0, OPEN)) {
            return Signal.JOINED;
        }
        return EnvelopeDialect.startsWith(frame, 0, LEAVE) ? Signal.OTHER : Signal.REFUSED;
    }

    @Override
    public boolean announces() {
        return false;
    }

    @Override
    public String head(MessageKind kind, Participant from) {
        return "{\"type\":\"" + kind.name() + "\",\"payload\":{\"" + MEMBERS.get(kind) + "\":";
    }

    @Override
    public String tail(MessageKind kind, Participant from) {
        return ",\"type\":\"media\",\"connectionId\":\"mc_k3Jd81mCf0a\"},\"dst\":\"" + id(from.room(), 1 - from.side())
                + "\"}";
    }

    @Override
    public void leave(Participant participant) {
        // closing the socket is enough
    }

    @Override
    public void heartbeat(Participant participant) {
        participant.send("{\"type\":\"HEARTBEAT\"}");
    }

    private static String id(Room room, int side) {
        return room.name() + "-" + side;
    }
}
