package videochatroom.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every setting: its name, its default, what is allowed, and what it does. Settings are declared here and nowhere else.
 * {@link Settings#get} gives their values.
 */
public final class KnownSettings {

    /** All settings, in the order of their declaration. */
    private static final List<Setting<?>> ALL = new ArrayList<>();

    public static final Setting<Set<Origin>> FRONTEND_URL = declare(
            "frontend.url",
            "none",
            "`none`, or origins such as `https://example.org` or `http://localhost:3000`, separated by commas",
            "Further origins whose pages may use this server. Its own origin is always allowed.",
            SettingText.parseList(SettingText::parseOrigin).andThen(Set::copyOf));

    public static final Setting<String> FRAME_ANCESTORS = declare(
            "frontend.frame-ancestors",
            "none",
            "`none`, or `self` and origins, separated by commas",
            "Which pages may show this application in a frame (`frame-ancestors` of the Content-Security-Policy).",
            SettingText.parseList(SettingText::parseFrameAncestor)
                    .andThen(sources -> sources.isEmpty() ? "'none'" : String.join(" ", sources)));

    public static final Setting<Rooms> STRAIGHT_IN = declare(
            "access.straight-in",
            "none",
            "`none`, `*`, or names of rooms, separated by commas",
            "Rooms whose pages join without a press, with camera and microphone on, whoever has led the browser there:"
                    + " for kiosks and for pages in a frame. `*` is every room.",
            SettingText::parseRooms);

    public static final Setting<List<String>> ICE_SERVERS = declare(
            "ice.servers",
            "stun:stun2.l.google.com:19302",
            "`none`, or addresses such as `stun:stun.example.org:3478`, `turn:turn.example.org:3478?transport=tcp` or"
                    + " `turns:turn.example.org:443`, separated by commas",
            "STUN servers, which tell a browser its public address (RFC 7064), and TURN servers, which relay where"
                    + " there is no direct path (RFC 7065).",
            SettingText.parseList(SettingText::parseIceServer));

    public static final Setting<Optional<String>> TURN_SECRET = declareSecret(
            "ice.turn-secret",
            "none",
            "`none`, or 16 to 256 characters",
            "The secret that this server shares with the TURN servers (coturn: `static-auth-secret`). Browsers get"
                    + " short-lived credentials that are derived from it, never the secret. Required if `ice.servers`"
                    + " names a TURN server.",
            SettingText::parseSecret);

    public static final Setting<Duration> TURN_LIFETIME = seconds(
            "ice.turn-lifetime",
            600,
            30,
            86_400,
            "How long credentials for the TURN servers are valid. A call can last longer: it gets new ones.");

    public static final Setting<Boolean> RELAY_ONLY = declare(
            "ice.relay-only",
            "false",
            "`true` or `false`",
            "Whether all media goes through the TURN servers, so that the participants do not see each other's"
                    + " addresses. Needs a TURN server in `ice.servers`.",
            SettingText::parseBoolean);

    public static final Setting<Integer> MAX_MESSAGE_BYTES = integer(
            "signaling.message.max-bytes",
            65_536,
            4_096,
            1_048_576,
            "bytes",
            "The largest message that is accepted from a client. An offer with every codec has some 10,000 bytes.");

    public static final Setting<Integer> MESSAGES_PER_SECOND = integer(
            "signaling.rate.messages-per-second",
            50,
            1,
            100_000,
            "messages a second",
            "How many messages a client may send in the long run (the rate of a token bucket).");

    public static final Setting<Integer> MESSAGE_BURST = integer(
            "signaling.rate.burst",
            300,
            10,
            1_000_000,
            "messages",
            "How many messages a client may send at once (the size of that token bucket). Further ones are refused. A"
                    + " client that keeps sending at more than twice the rate is disconnected (4429).");

    public static final Setting<Integer> MAX_OUTBOX_BYTES = integer(
            "signaling.outbox.max-bytes",
            262_144,
            65_536,
            16_777_216,
            "bytes",
            "How much may wait in the server's memory for a client that does not read. A client that leaves more unread"
                    + " is disconnected (4413). Must be larger than `signaling.message.max-bytes`.");

    public static final Setting<Integer> MAX_SOCKETS = integer(
            "signaling.max-sockets",
            25_000,
            1,
            1_000_000,
            "sockets",
            "How many sockets may be open at the same time. Further ones are closed at once (4503).");

    public static final Setting<Integer> MAX_ROOMLESS_SOCKETS = integer(
            "signaling.max-roomless-sockets",
            2_500,
            1,
            1_000_000,
            "sockets",
            "How many of them may be in no room, so that clients that never join leave space for others. Further ones"
                    + " are closed at once (4503).");

    public static final Setting<Duration> JOIN_TIMEOUT = seconds(
            "signaling.join-timeout",
            20,
            1,
            3_600,
            "How long a socket may stay open without asking for a room. It is closed then (4408).");

    public static final Setting<Duration> PING_INTERVAL = seconds(
            "signaling.ping-interval", 5, 1, 60, "How long a client may be silent before the server sends it a ping.");

    public static final Setting<Duration> SILENCE_TIMEOUT = seconds(
            "signaling.silence-timeout",
            12,
            2,
            3_600,
            "How long a client may be silent before its connection counts as lost and is closed (4408). Its seat is"
                    + " kept for `seat.grace`. Must be longer than `signaling.ping-interval`.");

    public static final Setting<Boolean> SKIP_IDLE_TIMER = declare(
            "signaling.skip-idle-timer",
            "true",
            "`true` or `false`",
            "Payara only: whether its WebSocket container (Tyrus) is kept from scheduling a timer that does nothing"
                    + " with every message. The timer costs two thirds of the CPU time.",
            SettingText::parseBoolean);

    public static final Setting<Boolean> USE_GRIZZLY = declare(
            "signaling.use-grizzly",
            "true",
            "`true` or `false`",
            "Payara only: whether the application itself writes to the connections of the HTTP server (Grizzly) and"
                    + " terminates them. Messages then cost less CPU time, and sockets that are closed are not"
                    + " confused with others. A client that does not read loses its connection 10 seconds after it is"
                    + " closed. A client that requests more while 32 KiB are unread is disconnected, so it blocks no"
                    + " thread.",
            SettingText::parseBoolean);

    public static final Setting<Integer> MAX_ROOMS =
            integer("room.max-rooms", 10_000, 1, 1_000_000, "rooms", "How many rooms there may be at once.");

    public static final Setting<Duration> SEAT_GRACE = seconds(
            "seat.grace",
            30,
            0,
            3_600,
            "How long a seat is kept when its participant's connection to the server is lost. Also how long after a"
                    + " start of the server the participants of earlier calls can take their seats again and have"
                    + " their rooms to themselves.");

    public static final Setting<Duration> RELOAD_GRACE = seconds(
            "seat.reload-grace",
            5,
            0,
            60,
            "How long the seat of a page that went away is kept, because it may only be reloading.");

    public static final Setting<Optional<Path>> KEY_FILE = declare(
            "seat.key-file",
            "~/.video-chat-room/seat-key",
            "`none`, or a file's path; `~/` is the home of the server's user",
            "Holds the key that signs resume tokens, so that calls keep their seats when the server restarts. The"
                    + " server creates it if it does not exist.",
            SettingText::parseFile);

    public static final Setting<Optional<String>> OPERATOR_TOKEN = declareSecret(
            "operator.token",
            "none",
            "`none`, or 16 to 256 letters, digits and `-._~+/=`",
            "Gives access to the operator's addresses below `api/operator/` (see [The operator's"
                    + " addresses](#the-operators-addresses)). Without a token these addresses do not exist.",
            SettingText::parseToken);

    private KnownSettings() {}

    /** All settings, in the order of their declaration. */
    static List<Setting<?>> all() {
        return Collections.unmodifiableList(ALL);
    }

    /** The table of the settings in the operator's handbook, in Markdown. */
    static String table() {
        String rows = ALL.stream()
                .map(setting -> "| `%s` | `%s` | %s | %s |\n"
                        .formatted(setting.name(), setting.defaultText(), setting.allowed(), setting.meaning()))
                .collect(Collectors.joining());
        return "| setting | default | allowed | meaning |\n| --- | --- | --- | --- |\n" + rows;
    }

    private static <T> Setting<T> declare(
            String name, String defaultText, String allowed, String meaning, Function<String, T> parser) {
        return add(new Setting<>(name, defaultText, allowed, meaning, false, parser));
    }

    /** Declares a setting whose value is never shown. */
    private static <T> Setting<T> declareSecret(
            String name, String defaultText, String allowed, String meaning, Function<String, T> parser) {
        return add(new Setting<>(name, defaultText, allowed, meaning, true, parser));
    }

    private static Setting<Integer> integer(
            String name, int defaultValue, int min, int max, String unit, String meaning) {
        return declare(name, Integer.toString(defaultValue), range(min, max, unit), meaning, between(min, max));
    }

    private static Setting<Duration> seconds(String name, int defaultValue, int min, int max, String meaning) {
        return declare(
                name,
                Integer.toString(defaultValue),
                range(min, max, "seconds"),
                meaning,
                between(min, max).andThen(Duration::ofSeconds));
    }

    private static String range(int min, int max, String unit) {
        return "a whole number from %d to %d (%s)".formatted(min, max, unit);
    }

    private static Function<String, Integer> between(int min, int max) {
        return text -> {
            int value = Integer.parseInt(text);
            if (value < min || value > max) {
                throw new IllegalArgumentException();
            }
            return value;
        };
    }

    private static <T> Setting<T> add(Setting<T> setting) {
        ALL.add(setting);
        return setting;
    }
}
