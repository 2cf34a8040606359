package videochatroom.ice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import videochatroom.config.Settings;
import videochatroom.protocol.IceConfiguration;
import videochatroom.protocol.IceConfiguration.TransportPolicy;
import videochatroom.protocol.IceServer;

/** The STUN and TURN servers of the settings, with credentials for a participant. Thread-safe: never changes. */
@ApplicationScoped
public class IceServers {

    private Settings settings;
    private Clock clock;

    /** For the proxy that CDI makes. */
    protected IceServers() {}

    @Inject
    public IceServers(Settings settings) {
        this(settings, Clock.systemUTC());
    }

    IceServers(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What a participant's browser is to use from now on. */
    public IceConfiguration configurationFor(String participantId) {
        return new IceConfiguration(
                serversFor(participantId), settings.relayOnly() ? TransportPolicy.relay : TransportPolicy.all);
    }

    /** The servers, with credentials that are fresh. */
    public List<IceServer> serversFor(String participantId) {
        List<IceServer> servers = new ArrayList<>();
        for (String address : settings.iceServers()) {
            servers.add(
                    address.startsWith("turn")
                            ? TurnCredentials.of(
                                            participantId,
                                            clock.instant().plus(settings.turnLifetime()),
                                            settings.turnSecret().orElseThrow())
                                    .server(address)
                            : IceServer.open(address));
        }
        return servers;
    }
}
