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

/** Produces the check of the STUN and TURN servers of the settings. There is one, so that all requests share it. */
@ApplicationScoped
class IceChecksProducer {

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
        return iceServers.serversFor(IceServers.testUser("operator")).stream()
                .flatMap(server -> server.urls().stream()
                        .map(url -> new ServerToCheck(url, server.username(), server.credential())))
                .toList();
    }
}
