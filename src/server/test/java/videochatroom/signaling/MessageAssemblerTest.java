package videochatroom.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import videochatroom.protocol.ProtocolException;

class MessageAssemblerTest {

    private final MessageAssembler assembler = new MessageAssembler(8);

    @Test
    void putsPartsTogether() throws ProtocolException {
        assertEquals(Optional.empty(), assembler.append("ab", false));
        assertEquals(Optional.empty(), assembler.append("cd", false));
        assertEquals(Optional.of("abcdef"), assembler.append("ef", true));
        assertEquals(6, assembler.bytesOfLast());
        assertEquals(Optional.of("n\u20acxt"), assembler.append("n\u20acxt", true));
        assertEquals(6, assembler.bytesOfLast());
    }

    @Test
    void refusesWhatIsTooLargeWithItsLastPartAndGoesOn() throws ProtocolException {
        assertEquals(Optional.of("12345678"), assembler.append("12345678", true));
        assertThrows(ProtocolException.class, () -> assembler.append("123456789", true));
        assertEquals(Optional.empty(), assembler.append("1234", false));
        assertEquals(Optional.empty(), assembler.append("123456789", false));
        assertThrows(ProtocolException.class, () -> assembler.append("", true));
        assertEquals(Optional.of("again"), assembler.append("again", true));
    }

    @Test
    void forgetsWhatIsDiscarded() throws ProtocolException {
        assertEquals(Optional.empty(), assembler.append("1234567", false));
        assembler.discard();
        assertEquals(Optional.of("89"), assembler.append("89", true));
    }

    @ParameterizedTest
    @CsvSource({"a, 1", "\u00e9, 2", "\u20ac, 3", "\ud83d\ude00, 4"})
    void countsBytesOfUtf8(String character, int bytes) throws ProtocolException {
        var exact = new MessageAssembler(3 * bytes);
        assertEquals(Optional.of(character.repeat(3)), exact.append(character.repeat(3), true));
        assertEquals(3L * bytes, exact.bytesOfLast());
        assertThrows(
                ProtocolException.class, () -> new MessageAssembler(3 * bytes - 1).append(character.repeat(3), true));
    }
}
