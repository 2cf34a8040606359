package videochatroom.it.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void hasTheMediansOfTheRatiosAndTheSpreadOfTheControl() {
        assertEquals(
                "| messages | 1.200 | 1.000 | 0.900 to 1.100 | +20.0 % | yes |\n",
                Comparison.row(
                        "messages",
                        List.of(110.0, 240.0, 390.0),
                        List.of(100.0, 200.0, 300.0),
                        List.of(90.0, 200.0, 330.0)));
    }

    @Test
    void aDifferenceBeyondTheSpreadIsNotWithinIt() {
        assertEquals(
                "| calls | 0.500 | 1.000 | 1.000 to 1.100 | -50.0 % | no |\n",
                Comparison.row(
                        "calls",
                        List.of(50.0, 50.0, 50.0),
                        List.of(100.0, 100.0, 100.0),
                        List.of(100.0, 100.0, 110.0)));
    }

    @Test
    void aMissingRoundIsAnError() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Comparison.row("calls", List.of(1.0), List.of(1.0, 1.0), List.of(1.0, 1.0)));
    }
}
