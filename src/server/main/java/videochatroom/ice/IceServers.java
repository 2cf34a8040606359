package videochatroom.ice;

import static videochatroom.config.KnownSettings.ICE_SERVERS;
import static videochatroom.config.KnownSettings.RELAY_ONLY;
import static videochatroom.config.KnownSettings.TURN_LIFETIME;
import static videochatroom.config.KnownSettings.TURN_SECRET;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import videochatroom.config.Settings;
import videochatroom.protocol.IceConfiguration;
import videochatroom.protocol.IceConfiguration.TransportPolicy;
import videochatroom.protocol.IceServer;

/** The STUN and TURN servers of the settings, with credentials for a participant. Immutable and thread-safe. */
@ApplicationScoped
public class IceServers {

    private Settings settings;
    private Clock clock;

    /** For CDI's proxy. */
    protected IceServers() {}

    @Inject
    public IceServers(Settings settings) {
        this(settings, Clock.systemUTC());
    }

    IceServers(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The servers with new credentials, and the transport policy of the settings. */
    public IceConfiguration configurationFor(String participantId) {
        return new IceConfiguration(
                serversFor(participantId), settings.get(RELAY_ONLY) ? TransportPolicy.RELAY : TransportPolicy.ALL);
    }

    /**
     * A user name for a test of the servers, in place of a participant's id: that test's alone, because TURN servers
     * limit what each user may allocate.
     *
     * @param tester who tests, for the TURN server's log
     */
    public static String testUser(String tester) {
        return tester + "-" + Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), Character.MAX_RADIX);
    }

    /**
     * The servers with new credentials, which are valid for {@code ice.turn-lifetime}.
     *
     * @param participantId a part of the user name
     */
    public List<IceServer> serversFor(String participantId) {
        List<IceServer> servers = new ArrayList<>();
        for (String address : settings.get(ICE_SERVERS)) {
            servers.add(
                    address.startsWith("turn")
                            ? TurnCredentials.of(
                                            participantId,
                                            clock.instant().plus(settings.get(TURN_LIFETIME)),
                                            settings.get(TURN_SECRET).orElseThrow())
                                    .server(address)
                            : IceServer.open(address));
        }
        return servers;
    }
}
