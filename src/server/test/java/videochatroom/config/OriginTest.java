package videochatroom.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, localhost:8080, true",
        "https://example.org, example.org, true",
        "https://example.org, example.org:443, true",
        "https://EXAMPLE.org, example.ORG, true",
        "http://[::1]:8080, [::1]:8080, true",
        "http://localhost:8080, localhost:8081, false",
        "http://localhost:8080, localhost, false",
        "http://evil.example, example.org, false",
        "http://example.org.evil.example, example.org, false",
        "http://example.org, user@example.org, false",
        "http://example.org, example.org/x, false"
    })
    void isServedWhereTheHostHeaderSays(String origin, String host, boolean served) {
        assertEquals(served, Origin.parse(origin).orElseThrow().isServedAt(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "file://", "example.org", "http://", "http://a b", "data:,x", "//example.org"})
    void nothingElseIsAnOrigin(String text) {
        assertEquals(java.util.Optional.empty(), Origin.parse(text));
    }
}
