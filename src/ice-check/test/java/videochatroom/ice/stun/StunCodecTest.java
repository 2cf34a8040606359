package videochatroom.ice.stun;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages and bytes, with the test vectors of RFC 5769. */
class StunCodecTest {

    private static final byte[] PASSWORD = "VOkJxbRl1RmTxUk/WvJxBt".getBytes(StandardCharsets.US_ASCII);

    /** Section 2.1. */
    private static final String REQUEST = "00010058 2112a442 b7e7a701 bc34d686 fa87dfae 80220010 5354554e 20746573"
            + "7420636c 69656e74 00240004 6e0001ff 80290008 932ff9b1 51263b36 00060009 6576746a 3a683676 59202020"
            + "00080014 9aeaa70c bfd8cb56 781ef2b5 b2d3f249 c1b571a2 80280004 e57a3bcf";

    /** Section 2.2. */
    private static final String IPV4_RESPONSE = "0101003c 2112a442 b7e7a701 bc34d686 fa87dfae 8022000b 74657374"
            + "20766563 746f7220 00200008 0001a147 e112a643 00080014 2b91f599 fd9e90c3 8c7489f9 2af9ba53 f06be7d7"
            + "80280004 c07d4c96";

    /** Section 2.3. */
    private static final String IPV6_RESPONSE = "01010048 2112a442 b7e7a701 bc34d686 fa87dfae 8022000b 74657374"
            + "20766563 746f7220 00200014 0002a147 0113a9fa a5d3f179 bc25f4b5 bed2b9d9 00080014 a382954e 4be67bf1"
            + "1784c97c 8292c275 bfe3ed41 80280004 c8fb0b4c";

    /** Section 2.4. */
    private static final String LONG_TERM_REQUEST = "00010060 2112a442 78ad3433 c6ad72c0 29da412e 00060012 e3839ee3"
            + "8388e383 aae38383 e382afe3 82b90000 0015001c 662f2f34 39396b39 35346436 4f4c3334 6f4c3946 53547679"
            + "36347341 0014000b 6578616d 706c652e 6f726700 00080014 f6702465 6dd64a3e 02b8e071 2e85c9a2 8ca89666";

    @ParameterizedTest
    @ValueSource(strings = {REQUEST, IPV4_RESPONSE, IPV6_RESPONSE})
    void theVectorsHaveCorrectIntegrityAndFingerprint(String hex) throws StunFormatException {
        byte[] bytes = bytes(hex);

        StunMessage message = StunCodec.decode(bytes);

        assertArrayEquals(bytes("b7e7a701bc34d686fa87dfae"), message.transactionId());
        assertTrue(StunCodec.isIntact(bytes, PASSWORD));
        assertFalse(StunCodec.isIntact(bytes, "another".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void theAttributesOfAVectorAreRead() throws StunFormatException {
        StunMessage message = StunCodec.decode(bytes(IPV4_RESPONSE));

        assertTrue(message.isSuccess());
        assertArrayEquals(
                bytes("0001a147e112a643"),
                message.attribute(StunAttribute.XOR_MAPPED_ADDRESS)
                        .orElseThrow()
                        .value());
    }

    @Test
    void aRequestWithLongTermCredentialsIsWrittenAsTheVectorIs() throws StunFormatException {
        byte[] vector = bytes(LONG_TERM_REQUEST);
        var credentials = new LongTermCredentials("\u30DE\u30C8\u30EA\u30C3\u30AF\u30B9", "TheMatrIX");
        StunMessage message = new StunMessage(
                StunMessage.BINDING,
                StunCodec.decode(vector).transactionId(),
                List.of(
                        StunAttribute.text(StunAttribute.USERNAME, credentials.username()),
                        StunAttribute.text(StunAttribute.NONCE, "f//499k954d6OL34oL9FSTvy64sA"),
                        StunAttribute.text(StunAttribute.REALM, "example.org")));

        byte[] written = StunCodec.encode(message, Optional.of(credentials.key("example.org")));

        // the vector has no fingerprint, so its header has another length
        assertEquals(vector.length + 8, written.length);
        assertArrayEquals(Arrays.copyOfRange(vector, 4, vector.length), Arrays.copyOfRange(written, 4, vector.length));
        assertTrue(StunCodec.isIntact(vector, credentials.key("example.org")));
        StunCodec.decode(written);
    }

    @Test
    void everyWrongBitIsDetected() {
        byte[] right = bytes(IPV4_RESPONSE);
        for (int bit = 0; bit < right.length * 8; bit++) {
            byte[] wrong = right.clone();
            wrong[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(StunFormatException.class, () -> require(wrong), "bit " + bit);
        }
    }

    @Test
    void truncatedAndRandomMessagesAreRefusedWithoutOtherExceptions() {
        byte[] right = bytes(IPV6_RESPONSE);
        for (int length = 0; length < right.length; length++) {
            byte[] cut = Arrays.copyOf(right, length);
            assertThrows(StunFormatException.class, () -> StunCodec.decode(cut));
        }
        var random = new Random(5769);
        for (int i = 0; i < 20_000; i++) {
            byte[] made = Arrays.copyOf(right, StunCodec.HEADER_BYTES + 4 * random.nextInt(20));
            for (int at = StunCodec.HEADER_BYTES; at < made.length; at++) {
                made[at] = (byte) random.nextInt(random.nextBoolean() ? 8 : 256);
            }
            made[2] = 0;
            made[3] = (byte) (made.length - StunCodec.HEADER_BYTES);
            try {
                StunCodec.decode(made);
                StunCodec.isIntact(made, PASSWORD);
            } catch (StunFormatException refused) {
                // as it should be
            }
        }
    }

    @Test
    void errorCodesAreReadAndInvalidOnesRefused() throws StunFormatException {
        assertEquals(438, error(new byte[] {0, 0, 4, 38}).errorCode());
        assertThrows(
                StunFormatException.class, () -> error(new byte[] {0, 0, 4}).errorCode());
        assertThrows(
                StunFormatException.class, () -> error(new byte[] {0, 0, 0, 1}).errorCode());
        assertThrows(
                StunFormatException.class, () -> error(new byte[] {0, 0, 7, 0}).errorCode());
    }

    private static void require(byte[] bytes) throws StunFormatException {
        StunMessage message = StunCodec.decode(bytes);
        if (message.attribute(StunAttribute.FINGERPRINT).isEmpty() || !StunCodec.isIntact(bytes, PASSWORD)) {
            throw new StunFormatException("this is not the message that was sent");
        }
    }

    private static StunMessage error(byte[] value) {
        return new StunMessage(
                StunMessage.ERROR | StunMessage.BINDING,
                new byte[12],
                List.of(StunAttribute.of(StunAttribute.ERROR_CODE, value)));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
