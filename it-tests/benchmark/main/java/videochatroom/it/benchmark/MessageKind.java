package videochatroom.it.benchmark;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/**
 * The kinds of messages in a call, with payloads of the size of Chromium's. A payload is a JSON object or array. It
 * consists of a head, a tag that identifies the message, and a tail.
 */
// the buffers are never changed after construction, so all threads may read them
@SuppressWarnings("ImmutableEnumChecker")
enum MessageKind {
    OFFER("send_connection_offer", "offer", "{\"type\":\"offer\",\"sdp\":\"v=0\\r\\no=- ", Sdp.TAIL),
    ANSWER("answer", "answer", "{\"type\":\"answer\",\"sdp\":\"v=0\\r\\no=- ", Sdp.TAIL),
    CANDIDATE("send_candidate", "candidate", Candidate.HEAD, Candidate.TAIL),
    /** All of a side's candidates but the first. The first one in the array has the tag. */
    CANDIDATES(
            "send_candidates",
            "candidates",
            "[" + Candidate.HEAD,
            Candidate.TAIL + ("," + Candidate.HEAD + "2" + Candidate.TAIL).repeat(CallScript.CANDIDATES - 2) + "]");

    private static final int ROOM_DIGITS = 8;
    private static final int SEQUENCE_DIGITS = 10;
    private static final int TAG_LENGTH = ROOM_DIGITS + 1 + SEQUENCE_DIGITS;

    /** The name of the event. */
    final String event;
    /** The member of the event's data that holds the payload. */
    final String member;

    private final ByteBuf head;
    private final ByteBuf tail;

    MessageKind(String event, String member, String head, String tail) {
        this.event = event;
        this.member = member;
        this.head = bytes(head);
        this.tail = bytes(tail);
    }

    /** The length of the payload in bytes. */
    int length() {
        return head.readableBytes() + TAG_LENGTH + tail.readableBytes();
    }

    /** Appends the payload. */
    void write(ByteBuf target, int room, int side, long sequence) {
        target.writeBytes(head, 0, head.readableBytes());
        digits(target, room, ROOM_DIGITS);
        digits(target, side, 1);
        digits(target, sequence, SEQUENCE_DIGITS);
        target.writeBytes(tail, 0, tail.readableBytes());
    }

    /** The position of a payload in a frame; negative if the frame does not contain the same bytes. */
    int find(ByteBuf frame, ByteBuf payload, int hint) {
        if (hint >= 0 && contains(frame, hint, payload)) {
            return hint;
        }
        return ByteBufUtil.indexOf(payload, frame);
    }

    private static boolean contains(ByteBuf frame, int at, ByteBuf payload) {
        int length = payload.readableBytes();
        return at + length <= frame.writerIndex()
                && ByteBufUtil.equals(frame, at, payload, payload.readerIndex(), length);
    }

    private static void digits(ByteBuf target, long value, int count) {
        int start = target.writerIndex();
        target.writerIndex(start + count);
        long rest = value;
        for (int i = start + count - 1; i >= start; i--) {
            target.setByte(i, (byte) ('0' + rest % 10));
            rest /= 10;
        }
    }

    private static ByteBuf bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return Unpooled.unreleasableBuffer(Unpooled.directBuffer(bytes.length).writeBytes(bytes));
    }

    private static final class Candidate {
        static final String HEAD = "{\"candidate\":\"candidate:";
        static final String TAIL =
                " 1 udp 2122260223 192.0.2.7 50000 typ host generation 0 ufrag k3Jd network-id 1 network-cost 10\","
                        + "\"sdpMid\":\"0\",\"sdpMLineIndex\":0,\"usernameFragment\":\"k3Jd\"}";

        private Candidate() {}
    }

    /** A description of about 6 KB, like that of audio and video with all codecs. */
    private static final class Sdp {
        static final String TAIL = tail();

        private Sdp() {}

        private static String tail() {
            var sdp = new StringBuilder(" 2 IN IP4 127.0.0.1\\r\\ns=-\\r\\nt=0 0\\r\\na=group:BUNDLE 0 1\\r\\n");
            for (int type = 96; sdp.length() < 6_000; type++) {
                sdp.append(
                        "a=rtpmap:" + type + " VP9/90000\\r\\na=rtcp-fb:" + type + " goog-remb\\r\\na=rtcp-fb:" + type
                                + " transport-cc\\r\\na=rtcp-fb:" + type + " ccm fir\\r\\na=fmtp:" + type
                                + " level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f\\r\\n");
            }
            return sdp.append("\"}").toString();
        }
    }
}
