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
        "http://[::1], [0:0:0:0:0:0:0:1]:80, true",
        "https://talk_1.example.org, talk_1.example.org, true",
        "https://example.org., example.org., true",
        "https://b\u00fccher.example, xn--bcher-kva.example, true",
        "http://7, 7, true",
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
    @CsvSource({
        "https://EXAMPLE.org/, https://example.org",
        "https://example.org:443, https://example.org",
        "http://example.org:443, http://example.org:443",
        "http://my_container:8080, http://my_container:8080",
        "https://example.org., https://example.org.",
        "https://B\u00dcCHER.example, https://xn--bcher-kva.example",
        "https://\u4f8b\u3048.\u30c6\u30b9\u30c8, https://xn--r8jz45g.xn--zckzah",
        "https://xn--BCHER-kva.example, https://xn--bcher-kva.example",
        "https://[2001:DB8:0:0:0:0:0:1]:8443, https://[2001:db8::1]:8443",
        "https://[2001:db8:0:1:1:1:0:1], https://[2001:db8:0:1:1:1:0:1]",
        "https://[1:0:0:2:0:0:0:3], https://[1:0:0:2::3]",
        "https://[::], https://[::]",
        "http://192.0.2.1, http://192.0.2.1",
        "http://1.example.2, http://1.example.2"
    })
    void isWrittenAsBrowsersWriteIt(String text, String origin) {
        assertEquals(origin, Origin.parse(text).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "file://",
                "example.org",
                "http://",
                "http://a b",
                "data:,x",
                "//example.org",
                "http://:80",
                "http://a..b",
                "http://[::1",
                "http://[1]",
                "http://[:::]",
                "http://a:99999",
                "http://a/b",
                "http://a?b",
                "http://u@a",
                "http://a%41"
            })
    void nothingElseIsAnOrigin(String text) {
        assertEquals(java.util.Optional.empty(), Origin.parse(text));
    }
}
