package videochatroom.it.benchmark;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Two participants and their messages to each other. Confined to the generator's thread. */
final class Room {

    private final int number;
    private final String name;
    private final long first;
    private final CallScript script;
    private final Generator generator;
    private final RoomEvents events;
    private final Participant[] participants = new Participant[2];
    private final long[] sent = new long[2];
    /** By the receiving side. */
    private final long[] received = new long[2];
    /** The position of the payload in the last frame, by kind. It is most likely the same in the next one. */
    private final Map<MessageKind, Integer> found = new EnumMap<>(MessageKind.class);

    private boolean firstIsReady;
    private boolean secondHasJoined;
    private int closed;

    /** A room whose messages are numbered from {@code first}, the position in the script at which it starts. */
    Room(int number, String name, long first, CallScript script, Generator generator, RoomEvents events) {
        this.number = number;
        this.name = name;
        this.first = first;
        this.script = script;
        this.generator = generator;
        this.events = events;
        Arrays.fill(sent, first);
        Arrays.fill(received, first);
    }

    int number() {
        return number;
    }

    String name() {
        return name;
    }

    CallScript script() {
        return script;
    }

    Participant participant(int side) {
        return participants[side];
    }

    /** Opens the first participant's socket. The second follows when the first has joined. */
    void open() {
        participants[0] = generator.connect(this, 0);
    }

    /** Sends this side's next message to the other. Returns the number of the message. */
    long send(int side) {
        long sequence = sent[side]++;
        participants[side].relay(sequence);
        return sequence;
    }

    /** The number of messages under way to this side. */
    long underWayTo(int side) {
        return sent[1 - side] - received[side];
    }

    /** The number of messages that this side has sent. */
    long sentBy(int side) {
        return sent[side] - first;
    }

    /** The number of a side's first message. */
    long first() {
        return first;
    }

    /** Both send a heartbeat if the server expects one. */
    void heartbeat() {
        for (Participant participant : participants) {
            if (participant != null) {
                participant.heartbeat();
            }
        }
    }

    /** Both leave and close their sockets. */
    void leave() {
        for (Participant participant : participants) {
            participant.leave();
        }
    }

    void joined(Participant participant) {
        if (participant.side() == 0) {
            if (participants[1] == null) {
                participants[1] = generator.connect(this, 1);
            }
            return;
        }
        secondHasJoined = true;
        readyIfBoth();
    }

    void ready(Participant participant) {
        firstIsReady |= participant.side() == 0;
        readyIfBoth();
    }

    void left(Participant notified) {
        events.left(this, notified.side());
    }

    void received(Participant to, ByteBuf frame) {
        int side = to.side();
        int from = 1 - side;
        long sequence = received[side]++;
        MessageKind kind = script.kind(from, sequence);
        ByteBuf expected = PooledByteBufAllocator.DEFAULT.directBuffer(kind.length());
        try {
            kind.write(expected, number, from, sequence);
            int at = kind.find(frame, expected, found.getOrDefault(kind, -1));
            if (at < 0 && !SamePayload.in(frame, expected, kind)) {
                throw new BenchmarkFailure("%s received%n%s%ninstead of message %d:%n%s"
                        .formatted(to, text(frame), sequence, text(expected)));
            }
            found.put(kind, at);
        } finally {
            expected.release();
        }
        events.received(this, side, sequence);
    }

    void closed(Participant participant) {
        closed++;
        if (closed == participants.length) {
            events.closed(this);
        }
    }

    void failed(Throwable cause) {
        events.failed(this, cause);
    }

    private void readyIfBoth() {
        if (secondHasJoined && (firstIsReady || !generator.dialect().announces())) {
            secondHasJoined = false;
            events.ready(this);
        }
    }

    private static String text(ByteBuf frame) {
        String text = frame.toString(StandardCharsets.UTF_8);
        return text.substring(0, Math.min(text.length(), 400));
    }
}
