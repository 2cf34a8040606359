package videochatroom.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * The values of all settings, each of which was allowed. Immutable.
 *
 * @param frontendOrigins further origins whose pages may use this server; its own always may
 * @param frameAncestors the sources of {@code frame-ancestors} (CSP3, section 6.4.2)
 * @param iceServers addresses of STUN and TURN servers for the browsers
 * @param maxMessageBytes the largest frame accepted from a client, in bytes of UTF-8
 * @param messagesPerSecond how many frames a client may send in the long run
 * @param messageBurst how many frames a client may send at once
 * @param maxOutboxBytes what may wait for a client that does not read, in bytes of the server's memory
 * @param maxSockets how many sockets there may be at once
 * @param maxRoomlessSockets how many of them may be in no room
 * @param joinTimeout how long a socket may be in no room
 * @param pingInterval between two websocket pings to a client
 * @param silenceTimeout after how long without any sign a client is given up
 * @param skipIdleTimer whether Tyrus is kept from starting idle timers that do nothing
 * @param terminateConnections whether Payara's connections of those who never read are ended from within
 * @param maxRooms how many rooms there may be at once
 * @param seatGrace how long a seat is kept for one whose socket is lost
 * @param reloadGrace how long a seat is kept for a page that went away
 * @param keyFile see {@link SigningKey}
 * @param turnSecret what the TURN servers share with this one (coturn: {@code static-auth-secret})
 * @param turnLifetime of the credentials for them
 * @param relayOnly whether nobody's address may be shown to the other participant
 * @param operatorToken what opens the operator's endpoints; none where they are not to be there
 */
public record Settings(
        Set<Origin> frontendOrigins,
        String frameAncestors,
        List<String> iceServers,
        int maxMessageBytes,
        int messagesPerSecond,
        int messageBurst,
        int maxOutboxBytes,
        int maxSockets,
        int maxRoomlessSockets,
        Duration joinTimeout,
        Duration pingInterval,
        Duration silenceTimeout,
        boolean skipIdleTimer,
        boolean terminateConnections,
        int maxRooms,
        Duration seatGrace,
        Duration reloadGrace,
        Optional<Path> keyFile,
        Optional<String> turnSecret,
        Duration turnLifetime,
        boolean relayOnly,
        Optional<String> operatorToken) {

    static final Setting<Set<Origin>> FRONTEND_URL = new Setting<>(
            "frontend.url",
            "none",
            "`none`, or origins such as `https://example.org` or `http://localhost:3000`, separated by commas",
            "Further origins whose pages may use this server. Its own origin always may.",
            list(Settings::origin).andThen(Set::copyOf));

    static final Setting<String> FRAME_ANCESTORS = new Setting<>(
            "frontend.frame-ancestors",
            "none",
            "`none`, or `self` and origins, separated by commas",
            "Which pages may show this one in a frame (`frame-ancestors` of the Content-Security-Policy).",
            list(Settings::frameAncestor).andThen(sources -> sources.isEmpty() ? "'none'" : String.join(" ", sources)));

    static final Setting<List<String>> ICE_SERVERS = new Setting<>(
            "ice.servers",
            "stun:stun2.l.google.com:19302",
            "`none`, or addresses such as `stun:stun.example.org:3478`, `turn:turn.example.org:3478?transport=tcp` or"
                    + " `turns:turn.example.org:443`, separated by commas",
            "STUN servers that browsers ask for their public address (RFC 7064), and TURN servers that relay where"
                    + " nothing else gets through (RFC 7065).",
            list(Settings::iceServer));

    static final Setting<Optional<String>> TURN_SECRET = new Setting<>(
            "ice.turn-secret",
            "none",
            "`none`, or 16 to 256 characters",
            "The secret that the TURN servers share with this one (coturn: `static-auth-secret`). Browsers get"
                    + " short-lived credentials made with it, never the secret.",
            Settings::secret);

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
            Settings::bool);

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
            Settings::bool);

    static final Setting<Boolean> TERMINATE_CONNECTIONS = new Setting<>(
            "signaling.terminate-connections",
            "true",
            "`true` or `false`",
            "Whether, on Payara, a connection that is closed but not read from is ended after 10 seconds by a reach into"
                    + " its HTTP server, which would keep it. Other servers end it without.",
            Settings::bool);

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
            Settings::file);

    static final Setting<Optional<String>> OPERATOR_TOKEN = new Setting<>(
            "operator.token",
            "none",
            "`none`, or 16 to 256 letters, digits and `-._~+/=`",
            "Opens the operator's addresses below `api/operator/` (see [For operators](#for-operators)) to whoever sends"
                    + " it. Without one they are not there.",
            Settings::token);

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
            TERMINATE_CONNECTIONS,
            MAX_ROOMS,
            SEAT_GRACE,
            RELOAD_GRACE,
            KEY_FILE,
            OPERATOR_TOKEN);

    /** What may stand behind {@code Bearer} (RFC 6750, section 2.1). */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private static final String HOST_AND_PORT = "(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9.-]+)(:\\d{1,5})?";

    /** RFC 7064 and RFC 7065. */
    private static final Pattern ICE_ADDRESS =
            Pattern.compile("stuns?:" + HOST_AND_PORT + "|turns?:" + HOST_AND_PORT + "(\\?transport=(udp|tcp))?");

    public Settings {
        frontendOrigins = Set.copyOf(frontendOrigins);
        iceServers = List.copyOf(iceServers);
        Objects.requireNonNull(frameAncestors, "frameAncestors");
    }

    /** Reads and checks every setting; throws {@link InvalidSettingException} at the first that is not allowed. */
    public static Settings read(Config config) {
        Settings settings = new Settings(
                FRONTEND_URL.in(config),
                FRAME_ANCESTORS.in(config),
                ICE_SERVERS.in(config),
                MAX_MESSAGE_BYTES.in(config),
                MESSAGES_PER_SECOND.in(config),
                MESSAGE_BURST.in(config),
                MAX_OUTBOX_BYTES.in(config),
                MAX_SOCKETS.in(config),
                MAX_ROOMLESS_SOCKETS.in(config),
                Duration.ofSeconds(JOIN_TIMEOUT.in(config)),
                Duration.ofSeconds(PING_INTERVAL.in(config)),
                Duration.ofSeconds(SILENCE_TIMEOUT.in(config)),
                SKIP_IDLE_TIMER.in(config),
                TERMINATE_CONNECTIONS.in(config),
                MAX_ROOMS.in(config),
                Duration.ofSeconds(SEAT_GRACE.in(config)),
                Duration.ofSeconds(RELOAD_GRACE.in(config)),
                KEY_FILE.in(config),
                TURN_SECRET.in(config),
                Duration.ofSeconds(TURN_LIFETIME.in(config)),
                RELAY_ONLY.in(config),
                OPERATOR_TOKEN.in(config));
        settings.requireTogether();
        return settings;
    }

    /** The table of the settings as the documentation shows it, in Markdown. */
    public static String table() {
        String rows = ALL.stream()
                .map(setting -> "| `%s` | `%s` | %s | %s |\n"
                        .formatted(setting.name(), setting.defaultText(), setting.allowed(), setting.meaning()))
                .collect(Collectors.joining());
        return "| setting | default | allowed | meaning |\n| --- | --- | --- | --- |\n" + rows;
    }

    private void requireTogether() {
        if (maxOutboxBytes <= maxMessageBytes) {
            throw new InvalidSettingException("Setting %s is \"%d\"; allowed is: more than %s, which is %d."
                    .formatted(MAX_OUTBOX_BYTES.name(), maxOutboxBytes, MAX_MESSAGE_BYTES.name(), maxMessageBytes));
        }
        boolean turn = iceServers.stream().anyMatch(address -> address.startsWith("turn"));
        if (turn && turnSecret.isEmpty()) {
            throw new InvalidSettingException(
                    "Setting %s is \"none\"; allowed is: a secret, since %s names TURN servers."
                            .formatted(TURN_SECRET.name(), ICE_SERVERS.name()));
        }
        if (relayOnly && !turn) {
            throw new InvalidSettingException(
                    "Setting %s is \"true\"; allowed is: false, since %s names no TURN server."
                            .formatted(RELAY_ONLY.name(), ICE_SERVERS.name()));
        }
        if (silenceTimeout.compareTo(pingInterval) <= 0) {
            throw new InvalidSettingException("Setting %s is \"%d\"; allowed is: more than %s, which is %d."
                    .formatted(
                            SILENCE_TIMEOUT.name(),
                            silenceTimeout.toSeconds(),
                            PING_INTERVAL.name(),
                            pingInterval.toSeconds()));
        }
    }

    /**
     * A parser of comma-separated items, none for the word none: MicroProfile takes an empty value for an absent one.
     */
    private static <T> Function<String, List<T>> list(Function<String, T> item) {
        return text -> text.equals("none")
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .map(item)
                        .toList();
    }

    private static Origin origin(String text) {
        return Origin.parse(text).orElseThrow(IllegalArgumentException::new);
    }

    private static String frameAncestor(String text) {
        return text.equals("self") ? "'self'" : origin(text).toString();
    }

    private static String iceServer(String text) {
        if (!ICE_ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        // the browser refuses the whole configuration for one wrong port, so look at it here
        URI uri = URI.create(text.replaceFirst("\\?.*", "").replaceFirst(":", "://"));
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    private static Optional<String> secret(String text) {
        if (text.equals("none")) {
            return Optional.empty();
        }
        if (text.length() < 16 || text.length() > 256) {
            throw new IllegalArgumentException();
        }
        return Optional.of(text);
    }

    private static Optional<String> token(String text) {
        Optional<String> token = secret(text);
        if (token.isPresent() && !TOKEN.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return token;
    }

    private static boolean bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException();
        }
        return text.equals("true");
    }

    /** Throws {@link java.nio.file.InvalidPathException}, which is an {@link IllegalArgumentException}. */
    private static Optional<Path> file(String text) {
        if (text.equals("none")) {
            return Optional.empty();
        }
        String home = System.getProperty("user.home");
        return Optional.of(Path.of(text.startsWith("~/") ? home + text.substring(1) : text));
    }
}
