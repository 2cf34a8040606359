package videochatroom.operator;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import videochatroom.ice.IceServers;
import videochatroom.ice.check.IceChecks;
import videochatroom.ice.check.ServerToCheck;

/** Makes the one check of the STUN and TURN servers of the settings. */
@ApplicationScoped
class IceChecksAtStart {

    /** In the names of the credentials, where a participant's id would be: the TURN server's log shows who asked. */
    private static final String WHO = "operator";

    @Inject
    private IceServers iceServers;

    @Resource
    private ManagedThreadFactory threads;

    @Produces
    @Singleton
    IceChecks iceChecks() {
        return new IceChecks(this::servers, threads, System::nanoTime);
    }

    private List<ServerToCheck> servers() {
        return iceServers.serversFor(WHO).stream()
                .flatMap(server -> server.urls().stream()
                        .map(url -> new ServerToCheck(url, server.username(), server.credential())))
                .toList();
    }
}
