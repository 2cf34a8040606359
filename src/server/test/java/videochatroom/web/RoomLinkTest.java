package videochatroom.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoomLinkTest {

    @ParameterizedTest
    @CsvSource({
        "tea, https://example.org/, https://example.org/tea",
        "Tea, HTTPS://Example.ORG:443/talk/, https://example.org/talk/tea",
        "été, http://localhost:8080/video-chat-room/, http://localhost:8080/video-chat-room/%C3%A9t%C3%A9",
        "a_b-1, https://[2001:db8::1]:8443/a.b/~c/%C3%A9/, https://[2001:db8::1]:8443/a.b/~c/%C3%A9/a_b-1"
    })
    void theAddressIsMadeOfRoomAndPage(String room, String page, String address) {
        assertEquals(address, link(room, page).address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "a.b", "<script>", "x?y", "a#b"})
    void anInvalidRoomIsRefused(String room) {
        assertWrong("room:", Map.of("room", one(room), "page", one("https://example.org/")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "example.org/",
                "//example.org/",
                "https://example.org",
                "https://example.org/room",
                "https://example.org/?x/",
                "https://example.org/#x/",
                "https://user@example.org/",
                "https://example.org:99999/",
                "https:///",
                "https://example.org//",
                "https://example.org/../",
                "https://example.org/a/./",
                "https://example.org/a b/",
                "https://example.org/\"/",
                "https://example.org/<x>/",
                "https://example.org/%zz/",
                "ftp://example.org/",
                "javascript:alert(1)//",
                "data:text/html,x/"
            })
    void aPageHasToBeADirectory(String page) {
        assertWrong("page:", Map.of("room", one("tea"), "page", one(page)));
    }

    @Test
    void eachParameterIsRequiredOnce() {
        assertWrong("room:", Map.of("page", one("https://example.org/")));
        assertWrong("page:", Map.of("room", one("tea")));
        assertWrong("room:", Map.of("room", new String[] {"a", "b"}, "page", one("https://example.org/")));
        assertWrong(
                "page: longer",
                Map.of("room", one("tea"), "page", one("https://example.org/" + "a".repeat(600) + "/")));
    }

    private static void assertWrong(String start, Map<String, String[]> query) {
        String message = assertThrows(IllegalArgumentException.class, () -> RoomLink.of(query))
                .getMessage();
        assertTrue(message.startsWith(start), message);
    }

    private static RoomLink link(String room, String page) {
        return RoomLink.of(Map.of("room", one(room), "page", one(page)));
    }

    private static String[] one(String value) {
        return new String[] {value};
    }
}
