package videochatroom.it.benchmark;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Messages that a server alters, reorders or sends to the wrong room are detected. */
class RoomTest {

    private static final int NUMBER = 7;

    private final List<Long> received = new ArrayList<>();
    private final Room room = new Room(NUMBER, "bench-7", 0, CallScript.CANDIDATES_SINGLY, null, new Noted());
    private final Participant second = new Participant(room, 1, new EnvelopeDialect("/"));

    @Test
    void sentMessagesAreCounted() {
        room.received(second, offer(NUMBER, 0, text -> text));
        room.received(second, candidate(NUMBER, 1, text -> text));

        assertEquals(List.of(0L, 1L), received);
    }

    @Test
    void equalJsonIsCounted() {
        assertDoesNotThrow(() -> room.received(
                second,
                offer(NUMBER, 0, text -> text.replace("\"type\":\"offer\",\"sdp\"", "\"type\": \"offer\", \"sdp\""))));
    }

    @Test
    void anAlteredMessageIsAFailure() {
        assertRefused(offer(NUMBER, 0, text -> text.replace("IP4", "IP6")));
    }

    @Test
    void aMessageOfAnotherRoomIsAFailure() {
        assertRefused(offer(NUMBER + 1, 0, text -> text));
    }

    @Test
    void aMessageOutOfOrderIsAFailure() {
        room.received(second, offer(NUMBER, 0, text -> text));

        assertRefused(candidate(NUMBER, 2, text -> text));
    }

    private void assertRefused(ByteBuf frame) {
        assertThrows(BenchmarkFailure.class, () -> room.received(second, frame));
    }

    private static ByteBuf offer(int number, long sequence, UnaryOperator<String> server) {
        return frame(MessageKind.OFFER, number, sequence, server);
    }

    private static ByteBuf candidate(int number, long sequence, UnaryOperator<String> server) {
        return frame(MessageKind.CANDIDATE, number, sequence, server);
    }

    /** A message of the first participant as a server relays it. */
    private static ByteBuf frame(MessageKind kind, int number, long sequence, UnaryOperator<String> server) {
        ByteBuf payload = Unpooled.buffer();
        kind.write(payload, number, 0, sequence);
        String data = server.apply(payload.toString(StandardCharsets.UTF_8));
        return Unpooled.copiedBuffer(
                "{\"event\":\"" + kind.event + "\",\"data\":{\"" + kind.member + "\":" + data + "}}",
                StandardCharsets.UTF_8);
    }

    private final class Noted implements RoomEvents {
        @Override
        public void ready(Room ready) {
            throw new AssertionError("Nobody joins here");
        }

        @Override
        public void received(Room in, int side, long sequence) {
            received.add(sequence);
        }

        @Override
        public void closed(Room closed) {
            throw new AssertionError("Nobody leaves here");
        }

        @Override
        public void failed(Room failed, Throwable cause) {
            throw new AssertionError(cause);
        }
    }
}
