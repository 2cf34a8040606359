package videochatroom.payara;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.websocket.CloseReason;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 6455, section 5.7, and lengths between them. */
class WebSocketFrameTest {

    @Test
    void writesTheExampleOfTheSpecification() {
        assertArrayEquals(HexFormat.of().parseHex("810548656c6c6f"), WebSocketFrame.text("Hello"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 8100",
        "125, 817d",
        "126, 817e007e",
        "256, 817e0100",
        "65535, 817effff",
        "65536, 817f0000000000010000"
    })
    void writesTheLength(int length, String header) {
        byte[] frame = WebSocketFrame.text("x".repeat(length));
        assertEquals(header, HexFormat.of().formatHex(frame, 0, header.length() / 2));
        assertEquals(header.length() / 2 + length, frame.length);
    }

    @Test
    void countsBytesAndNotCharacters() {
        assertEquals("8104f09f9880", HexFormat.of().formatHex(WebSocketFrame.text("\uD83D\uDE00")));
    }

    @Test
    void writesCodeAndReasonOfAClose() {
        assertEquals(
                "880b1138" + HexFormat.of().formatHex("timed out".getBytes(StandardCharsets.UTF_8)),
                HexFormat.of().formatHex(WebSocketFrame.close(new CloseReason(() -> 4408, "timed out"))));
    }
}
