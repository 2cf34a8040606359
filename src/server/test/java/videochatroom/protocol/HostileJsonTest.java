package videochatroom.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile frames are refused and never cause another exception. */
class HostileJsonTest {

    private static final String CALL =
            "{\"event\":\"send_candidate\",\"data\":{\"candidate\":{\"candidate\":\"\\u0061\",\"sdpMLineIndex\":0}}}";

    private final MessageCodec codec = new MessageCodec();

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"event\":", "{\"a\":["})
    void deepNestingIsNotJson(String opening) {
        assertRefused(opening.repeat(60_000 / opening.length()), ErrorCode.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e-999999999", "9999999999999999999999999999999999999999"})
    void hugeNumbersAreNotAnObject(String number) {
        assertRefused(number, ErrorCode.NOT_AN_OBJECT);
    }

    @RepeatedTest(20)
    void noMutationOfAFrameThrowsAnythingElse(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (int round = 0; round < 500; round++) {
            var frame = new StringBuilder(CALL);
            for (int change = 0; change < 1 + random.nextInt(4); change++) {
                frame.setCharAt(
                        random.nextInt(frame.length()), (char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
            }
            try {
                codec.decode(frame.toString());
            } catch (ProtocolException refused) {
                assertEquals("error", refused.refusal().event());
            }
        }
    }

    @Test
    void unpairedSurrogatesAreNeverSent() throws ProtocolException {
        var unknown = assertThrows(ProtocolException.class, () -> codec.decode("{\"event\":\"a\\ud800b\"}"));
        assertEquals("a\uFFFDb", eventIn(codec.encode(unknown.refusal())));

        var left = new ServerMessage.TooManyPeople("\udfff\ud83d\ude00\ud83d", 2);
        assertTrue(codec.encode(left).contains("\"\uFFFD\ud83d\ude00\uFFFD\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"candidate\":\"\\udfff\\u0061\"}",
                "{ \"candidate\" : \"a\u4f1a\ud83d\ude00}\",\n\"sdpMLineIndex\": 1.0e0, \"more\": {\"a\": [{}]} }",
                "{\"candidate\":1,\"candidate\":\"the last counts\"}",
                "null"
            })
    void payloadsArePassedOnUnchanged(String payload) throws ProtocolException {
        for (String frame : List.of(
                "{\"event\":\"send_candidate\",\"data\":{\"candidate\":%s}}",
                " { \"data\" : {\"to\":\"p-2\", \"candidate\" : %s , \"x\":{}} , \"event\":\"send_candidate\" } ",
                "{\"data\":{\"candidate\":{}},\"event\":\"send_candidate\",\"data\":{\"candidate\":{},\"candidate\":%s}}")) {
            var relay = (ClientMessage.Relay) codec.decode(frame.formatted(payload));
            assertEquals(payload, relay.payload());
            assertEquals(
                    "{\"event\":\"send_candidate\",\"data\":{\"candidate\":%s,\"from\":\"p-1\",\"roomName\":\"room\"}}"
                            .formatted(payload),
                    codec.encode(new ServerMessage.Relayed(relay.kind(), relay.payload(), "p-1", "room")));
        }
    }

    /** The parser reads in blocks and has to count characters across them. */
    @Test
    void payloadsArePassedOnUnchangedWhateverItsLength() throws ProtocolException {
        for (int length = 0; length < 9_000; length += 3) {
            String payload = "{\"type\":\"offer\",\"sdp\":\"%s\"}".formatted("\u00e9".repeat(length));
            var relay = (ClientMessage.Relay)
                    codec.decode("{\"event\":\"send_connection_offer\",\"data\":{\"more\":\"%s\",\"offer\":%s}}"
                            .formatted("x".repeat(9_000 - length), payload));
            assertEquals(payload, relay.payload());
        }
    }

    private static String eventIn(String frame) {
        try (var reader = Json.createReader(new StringReader(frame))) {
            return reader.readObject().getJsonObject("data").getString("event");
        }
    }

    private void assertRefused(String frame, ErrorCode code) {
        var refused = assertThrows(ProtocolException.class, () -> codec.decode(frame));
        assertEquals(code, refused.refusal().code());
    }
}
