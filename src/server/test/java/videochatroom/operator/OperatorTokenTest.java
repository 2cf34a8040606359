package videochatroom.operator;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorTokenTest {

    private final OperatorToken token = new OperatorToken("0123456789abcdef");

    @ParameterizedTest
    @ValueSource(strings = {"Bearer 0123456789abcdef", "bearer 0123456789abcdef", "BEARER  0123456789abcdef"})
    void isRecognized(String header) {
        assertTrue(token.isIn(List.of(header)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "0123456789abcdef",
                "Basic 0123456789abcdef",
                "Bearer 0123456789abcde",
                "Bearer 0123456789abcdefg",
                "Bearer 0123456789ABCDEF",
                "Bearer 0123456789abcdef extra",
                "Bearer 0123456789abcdef, Bearer x",
                "Bearer none"
            })
    void nothingElseIsRecognized(String header) {
        assertFalse(token.isIn(List.of(header)));
    }

    @Test
    void oneOfSeveralIsNotRecognized() {
        assertFalse(token.isIn(List.of()));
        assertFalse(token.isIn(List.of("Bearer x", "Bearer 0123456789abcdef")));
    }
}
