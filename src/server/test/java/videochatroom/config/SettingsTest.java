package videochatroom.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static videochatroom.config.KnownSettings.FRAME_ANCESTORS;
import static videochatroom.config.KnownSettings.FRONTEND_URL;
import static videochatroom.config.KnownSettings.ICE_SERVERS;
import static videochatroom.config.KnownSettings.MAX_MESSAGE_BYTES;
import static videochatroom.config.KnownSettings.MAX_ROOMS;
import static videochatroom.config.KnownSettings.OPERATOR_TOKEN;
import static videochatroom.config.KnownSettings.RELAY_ONLY;
import static videochatroom.config.KnownSettings.STRAIGHT_IN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final RoomName ROOM = RoomName.parse("kiosk").orElseThrow();

    @Test
    void haveDefaults() {
        Settings settings = Settings.read(config(Map.of()));
        assertEquals(Set.of(), settings.get(FRONTEND_URL));
        assertEquals("'none'", settings.get(FRAME_ANCESTORS));
        assertFalse(settings.get(STRAIGHT_IN).contains(ROOM));
        assertEquals(List.of("stun:stun2.l.google.com:19302"), settings.get(ICE_SERVERS));
        assertEquals(65_536, settings.get(MAX_MESSAGE_BYTES));
    }

    @Test
    void areRead() {
        Settings settings = Settings.read(config(Map.of(
                "frontend.url", "https://Example.org:443/, http://localhost:3000",
                "frontend.frame-ancestors", "self,https://intranet.example.org",
                "ice.servers", "none",
                "room.max-rooms", "7")));
        assertEquals(
                Set.of(new Origin("https", "example.org"), new Origin("http", "localhost:3000")),
                settings.get(FRONTEND_URL));
        assertEquals("'self' https://intranet.example.org", settings.get(FRAME_ANCESTORS));
        assertEquals(List.of(), settings.get(ICE_SERVERS));
        assertEquals(7, settings.get(MAX_ROOMS));
    }

    @Test
    void aSettingNamesSomeRoomsOrAll() {
        var some = Settings.read(config(Map.of("access.straight-in", "front-desk, KIOSK")))
                .get(STRAIGHT_IN);
        assertTrue(some.contains(ROOM));
        assertFalse(some.contains(RoomName.parse("another").orElseThrow()));
        assertTrue(Settings.read(config(Map.of("access.straight-in", "*")))
                .get(STRAIGHT_IN)
                .contains(ROOM));
    }

    @Test
    void theSettingHasTheEnvironmentVariableOfTheOriginal() {
        // the server does the mapping (MicroProfile Config 3.1, "Environment Variables Mapping Rules")
        assertEquals(
                "FRONTEND_URL",
                KnownSettings.FRONTEND_URL.name().replace('.', '_').toUpperCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({
        "frontend.url, nonsense",
        "frontend.url, *",
        "frontend.url, ftp://example.org",
        "frontend.url, https://example.org/path",
        "frontend.url, https://user@example.org",
        "frontend.url, 'https://example.org,'",
        "frontend.url, https://example.org:99999",
        "frontend.frame-ancestors, *",
        "access.straight-in, a room",
        "access.straight-in, 'kiosk, *'",
        "access.straight-in, 'kiosk,'",
        "frontend.frame-ancestors, https://example.org; script-src *",
        "ice.servers, stun.example.org",
        "ice.servers, http://example.org",
        "ice.servers, stun:example.org:0",
        "ice.servers, stun:example.org:70000",
        "ice.servers, stun:my_relay:70000",
        "ice.servers, turn:example.org?transport=sctp",
        "ice.relay-only, yes",
        "seat.grace, -1",
        "signaling.message.max-bytes, 64 KiB",
        "signaling.message.max-bytes, 1",
        "signaling.rate.burst, -1",
        "signaling.silence-timeout, 5",
        "signaling.outbox.max-bytes, 65536",
        "room.max-rooms, 99999999999"
    })
    void anErrorHasTheValueAndWhatIsAllowed(String name, String value) {
        var refused = assertThrows(InvalidSettingException.class, () -> Settings.read(config(Map.of(name, value))));
        assertTrue(refused.getMessage().startsWith("Setting %s is \"%s\"; allowed is: ".formatted(name, value)));
        assertEquals(1, refused.getMessage().lines().count());
        assertEquals(0, refused.getStackTrace().length);
    }

    @Test
    void aWrongSecretIsNotShown() {
        var refused = assertThrows(
                InvalidSettingException.class, () -> Settings.read(config(Map.of("ice.turn-secret", "too short"))));
        assertTrue(refused.getMessage().startsWith("Setting ice.turn-secret is \"(not shown)\"; allowed is: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcde", "0123456789 abcdef", "0123456789abcdef\u00e9", "=0123456789abcdef"})
    void aWrongOperatorTokenIsNotShownEither(String token) {
        var refused = assertThrows(
                InvalidSettingException.class, () -> Settings.read(config(Map.of("operator.token", token))));
        assertTrue(refused.getMessage().startsWith("Setting operator.token is \"(not shown)\"; allowed is: "));
    }

    @Test
    void thereIsNoOperatorTokenUnlessOneIsSet() {
        assertEquals(Optional.empty(), Settings.read(config(Map.of())).get(OPERATOR_TOKEN));
        assertEquals(
                Optional.of("0123456789abcdef=="),
                Settings.read(config(Map.of("operator.token", "0123456789abcdef==")))
                        .get(OPERATOR_TOKEN));
    }

    @Test
    void turnServersNeedASecretAndRelayingNeedsATurnServer() {
        assertThrows(
                InvalidSettingException.class,
                () -> Settings.read(config(Map.of("ice.servers", "turn:turn.example.org"))));
        assertThrows(InvalidSettingException.class, () -> Settings.read(config(Map.of("ice.relay-only", "true"))));
        Settings settings = Settings.read(config(Map.of(
                "ice.servers",
                        "stun:[::1],stun:my_relay:3478,turn:[2001:db8::1]:3478?transport=tcp,turns:turn.example.org:443",
                "ice.turn-secret", "0123456789abcdef",
                "ice.relay-only", "true")));
        assertEquals(4, settings.get(ICE_SERVERS).size());
        assertTrue(settings.get(RELAY_ONLY));
    }

    @Test
    void theHandbookHasTheirTable() throws IOException {
        String handbook = Files.readString(Path.of("../docs/operating.md"));
        assertTrue(
                handbook.contains(KnownSettings.table()),
                () -> "src/docs/operating.md should hold this table:\n" + KnownSettings.table());
    }

    private static Config config(Map<String, String> values) {
        return ConfigProviderResolver.instance()
                .getBuilder()
                .withSources(new Values(values))
                .build();
    }

    private record Values(Map<String, String> values) implements ConfigSource {
        @Override
        public Set<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public String getValue(String name) {
            return values.get(name);
        }

        @Override
        public String getName() {
            return "test";
        }
    }
}
