package videochatroom.ice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnCredentialsTest {

    @Test
    void areThoseThatATurnServerComputes() {
        // printf %s 1767225600:p-7Jd2aQ | openssl dgst -sha1 -hmac north-sea-0123456 -binary | base64
        var credentials = TurnCredentials.of("p-7Jd2aQ", Instant.parse("2026-01-01T00:00:00Z"), "north-sea-0123456");
        var server = credentials.server("turn:turn.example.org");
        assertEquals(List.of("turn:turn.example.org"), server.urls());
        assertEquals("1767225600:p-7Jd2aQ", server.username());
        assertEquals("GZV4MBfgeAMRo0wMrKP37dotmx8=", server.credential());
    }
}
