package videochatroom.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every setting there is: its name, its default, what is allowed, and what it does. */
final class KnownSettings {

    static final Setting<Set<Origin>> FRONTEND_URL = new Setting<>(
            "frontend.url",
            "none",
            "`none`, or origins such as `https://example.org` or `http://localhost:3000`, separated by commas",
            "Further origins whose pages may use this server. Its own origin always may.",
            SettingText.list(SettingText::origin).andThen(Set::copyOf));

    static final Setting<String> FRAME_ANCESTORS = new Setting<>(
            "frontend.frame-ancestors",
            "none",
            "`none`, or `self` and origins, separated by commas",
            "Which pages may show this one in a frame (`frame-ancestors` of the Content-Security-Policy).",
            SettingText.list(SettingText::frameAncestor)
                    .andThen(sources -> sources.isEmpty() ? "'none'" : String.join(" ", sources)));

    static final Setting<List<String>> ICE_SERVERS = new Setting<>(
            "ice.servers",
            "stun:stun2.l.google.com:19302",
            "`none`, or addresses such as `stun:stun.example.org:3478`, `turn:turn.example.org:3478?transport=tcp` or"
                    + " `turns:turn.example.org:443`, separated by commas",
            "STUN servers that browsers ask for their public address (RFC 7064), and TURN servers that relay where"
                    + " nothing else gets through (RFC 7065).",
            SettingText.list(SettingText::iceServer));

    static final Setting<Optional<String>> TURN_SECRET = new Setting<>(
            "ice.turn-secret",
            "none",
            "`none`, or 16 to 256 characters",
            "The secret that the TURN servers share with this one (coturn: `static-auth-secret`). Browsers get"
                    + " short-lived credentials made with it, never the secret.",
            SettingText::secret);

    static final Setting<Integer> TURN_LIFETIME = Setting.integer(
            "ice.turn-lifetime",
            600,
            30,
            86_400,
            "seconds",
            "How long credentials for the TURN servers are good for. A call outlives them; it gets fresh ones.");

    static final Setting<Boolean> RELAY_ONLY = new Setting<>(
            "ice.relay-only",
            "false",
            "`true` or `false`",
            "Whether all media goes through the TURN servers, so that nobody sees another's address.",
            SettingText::bool);

    static final Setting<Integer> MAX_MESSAGE_BYTES = Setting.integer(
            "signaling.message.max-bytes",
            65_536,
            4_096,
            1_048_576,
            "bytes",
            "The largest message accepted from a browser. A description with every codec is some 10,000.");

    static final Setting<Integer> MESSAGES_PER_SECOND = Setting.integer(
            "signaling.rate.messages-per-second",
            50,
            1,
            100_000,
            "messages a second",
            "How many messages a browser may send in the long run.");

    static final Setting<Integer> MESSAGE_BURST = Setting.integer(
            "signaling.rate.burst",
            300,
            10,
            1_000_000,
            "messages",
            "How many messages a browser may send at once. More are refused, and who keeps on sending twice as fast as he"
                    + " may is cut off.");

    static final Setting<Integer> MAX_OUTBOX_BYTES = Setting.integer(
            "signaling.outbox.max-bytes",
            262_144,
            65_536,
            16_777_216,
            "bytes",
            "What may wait for a browser that does not read, in the server's memory. One that leaves more unread is"
                    + " closed.");

    static final Setting<Integer> MAX_SOCKETS = Setting.integer(
            "signaling.max-sockets",
            25_000,
            1,
            1_000_000,
            "sockets",
            "How many sockets there may be at once. Further ones are closed at once with 4503.");

    static final Setting<Integer> MAX_ROOMLESS_SOCKETS = Setting.integer(
            "signaling.max-roomless-sockets",
            2_500,
            1,
            1_000_000,
            "sockets",
            "How many of them may be in no room, so that those who never join leave room for others.");

    static final Setting<Integer> JOIN_TIMEOUT = Setting.integer(
            "signaling.join-timeout",
            20,
            1,
            3_600,
            "seconds",
            "How long a socket may stay without asking for a room. It is closed then.");

    static final Setting<Integer> PING_INTERVAL = Setting.integer(
            "signaling.ping-interval",
            5,
            1,
            60,
            "seconds",
            "After how long without a sign of life a browser is asked for one.");

    static final Setting<Integer> SILENCE_TIMEOUT = Setting.integer(
            "signaling.silence-timeout",
            12,
            2,
            3_600,
            "seconds",
            "How long a browser may give no sign of life. Its connection counts as lost then, and its seat is kept for `seat.grace`.");

    static final Setting<Boolean> SKIP_IDLE_TIMER = new Setting<>(
            "signaling.skip-idle-timer",
            "true",
            "`true` or `false`",
            "Whether Payara's websocket container is kept from starting timers that do nothing with every message, which"
                    + " costs two thirds of the processor's time. Other servers have none.",
            SettingText::bool);

    static final Setting<Boolean> USE_GRIZZLY = new Setting<>(
            "signaling.use-grizzly",
            "true",
            "`true` or `false`",
            "Whether, on Payara, this application writes to and ends connections of its HTTP server (Grizzly)"
                    + " itself: messages take less of the processor so, sockets that are closed are not mixed up with"
                    + " others, and one who does not read keeps neither his connection (10 seconds after it is closed) nor"
                    + " a thread (if he asks for more while 32 KiB are not read).",
            SettingText::bool);

    static final Setting<Integer> MAX_ROOMS =
            Setting.integer("room.max-rooms", 10_000, 1, 1_000_000, "rooms", "How many rooms there may be at once.");

    static final Setting<Integer> SEAT_GRACE = Setting.integer(
            "seat.grace",
            30,
            0,
            3_600,
            "seconds",
            "How long the seat of a browser is kept whose connection to the server is lost, and how long after a start"
                    + " of the server those who were in a call before it have their room to themselves.");

    static final Setting<Integer> RELOAD_GRACE = Setting.integer(
            "seat.reload-grace",
            5,
            0,
            60,
            "seconds",
            "How long the seat of a page is kept that went away, since it may only be reloading.");

    static final Setting<Optional<Path>> KEY_FILE = new Setting<>(
            "seat.key-file",
            "~/.video-chat-room/seat-key",
            "`none`, or a file's path; `~/` is the home of the server's user",
            "Holds the key that signs the claim to a seat, so that calls keep their seats when the server restarts."
                    + " It is made where there is none.",
            SettingText::file);

    static final Setting<Optional<String>> OPERATOR_TOKEN = new Setting<>(
            "operator.token",
            "none",
            "`none`, or 16 to 256 letters, digits and `-._~+/=`",
            "Opens the operator's addresses below `api/operator/` (see [For operators](#for-operators)) to whoever sends"
                    + " it. Without one they are not there.",
            SettingText::token);

    /** All there are, in the order of the table. */
    static final List<Setting<?>> ALL = List.of(
            FRONTEND_URL,
            FRAME_ANCESTORS,
            ICE_SERVERS,
            TURN_SECRET,
            TURN_LIFETIME,
            RELAY_ONLY,
            MAX_MESSAGE_BYTES,
            MESSAGES_PER_SECOND,
            MESSAGE_BURST,
            MAX_OUTBOX_BYTES,
            MAX_SOCKETS,
            MAX_ROOMLESS_SOCKETS,
            JOIN_TIMEOUT,
            PING_INTERVAL,
            SILENCE_TIMEOUT,
            SKIP_IDLE_TIMER,
            USE_GRIZZLY,
            MAX_ROOMS,
            SEAT_GRACE,
            RELOAD_GRACE,
            KEY_FILE,
            OPERATOR_TOKEN);

    private KnownSettings() {}

    /** The table of the settings as the documentation shows it, in Markdown. */
    static String table() {
        String rows = ALL.stream()
                .map(setting -> "| `%s` | `%s` | %s | %s |\n"
                        .formatted(setting.name(), setting.defaultText(), setting.allowed(), setting.meaning()))
                .collect(Collectors.joining());
        return "| setting | default | allowed | meaning |\n| --- | --- | --- | --- |\n" + rows;
    }
}
