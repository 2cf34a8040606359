package videochatroom.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
 * @param useGrizzly whether Payara's connections are written to and ended directly
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
        boolean useGrizzly,
        int maxRooms,
        Duration seatGrace,
        Duration reloadGrace,
        Optional<Path> keyFile,
        Optional<String> turnSecret,
        Duration turnLifetime,
        boolean relayOnly,
        Optional<String> operatorToken) {

    public Settings {
        frontendOrigins = Set.copyOf(frontendOrigins);
        iceServers = List.copyOf(iceServers);
        Objects.requireNonNull(frameAncestors, "frameAncestors");
    }

    /** Reads and checks every setting; throws {@link InvalidSettingException} at the first that is not allowed. */
    public static Settings read(Config config) {
        Settings settings = new Settings(
                KnownSettings.FRONTEND_URL.in(config),
                KnownSettings.FRAME_ANCESTORS.in(config),
                KnownSettings.ICE_SERVERS.in(config),
                KnownSettings.MAX_MESSAGE_BYTES.in(config),
                KnownSettings.MESSAGES_PER_SECOND.in(config),
                KnownSettings.MESSAGE_BURST.in(config),
                KnownSettings.MAX_OUTBOX_BYTES.in(config),
                KnownSettings.MAX_SOCKETS.in(config),
                KnownSettings.MAX_ROOMLESS_SOCKETS.in(config),
                Duration.ofSeconds(KnownSettings.JOIN_TIMEOUT.in(config)),
                Duration.ofSeconds(KnownSettings.PING_INTERVAL.in(config)),
                Duration.ofSeconds(KnownSettings.SILENCE_TIMEOUT.in(config)),
                KnownSettings.SKIP_IDLE_TIMER.in(config),
                KnownSettings.USE_GRIZZLY.in(config),
                KnownSettings.MAX_ROOMS.in(config),
                Duration.ofSeconds(KnownSettings.SEAT_GRACE.in(config)),
                Duration.ofSeconds(KnownSettings.RELOAD_GRACE.in(config)),
                KnownSettings.KEY_FILE.in(config),
                KnownSettings.TURN_SECRET.in(config),
                Duration.ofSeconds(KnownSettings.TURN_LIFETIME.in(config)),
                KnownSettings.RELAY_ONLY.in(config),
                KnownSettings.OPERATOR_TOKEN.in(config));
        settings.requireTogether();
        return settings;
    }

    private void requireTogether() {
        if (maxOutboxBytes <= maxMessageBytes) {
            throw new InvalidSettingException("Setting %s is \"%d\"; allowed is: more than %s, which is %d."
                    .formatted(
                            KnownSettings.MAX_OUTBOX_BYTES.name(),
                            maxOutboxBytes,
                            KnownSettings.MAX_MESSAGE_BYTES.name(),
                            maxMessageBytes));
        }
        boolean turn = iceServers.stream().anyMatch(address -> address.startsWith("turn"));
        if (turn && turnSecret.isEmpty()) {
            throw new InvalidSettingException(
                    "Setting %s is \"none\"; allowed is: a secret, since %s names TURN servers."
                            .formatted(KnownSettings.TURN_SECRET.name(), KnownSettings.ICE_SERVERS.name()));
        }
        if (relayOnly && !turn) {
            throw new InvalidSettingException(
                    "Setting %s is \"true\"; allowed is: false, since %s names no TURN server."
                            .formatted(KnownSettings.RELAY_ONLY.name(), KnownSettings.ICE_SERVERS.name()));
        }
        if (silenceTimeout.compareTo(pingInterval) <= 0) {
            throw new InvalidSettingException("Setting %s is \"%d\"; allowed is: more than %s, which is %d."
                    .formatted(
                            KnownSettings.SILENCE_TIMEOUT.name(),
                            silenceTimeout.toSeconds(),
                            KnownSettings.PING_INTERVAL.name(),
                            pingInterval.toSeconds()));
        }
    }
}
