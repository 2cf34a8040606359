package videochatroom.ice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import videochatroom.config.Settings;
import videochatroom.protocol.IceServer;

/** The ICE servers of the settings, for participants. Thread-safe: never changes. */
@ApplicationScoped
public class IceServers {

    private List<IceServer> configured = List.of();

    /** For the proxy that CDI makes. */
    protected IceServers() {}

    @Inject
    public IceServers(Settings settings) {
        this.configured = settings.iceServers().stream().map(IceServer::open).toList();
    }

    /** What a participant who joins now is told. */
    public List<IceServer> forParticipant() {
        return configured;
    }
}
