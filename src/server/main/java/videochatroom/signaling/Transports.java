package videochatroom.signaling;

import jakarta.websocket.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the transport of each session: the first that a {@link TransportProvider} offers, otherwise Jakarta's API
 * alone. Immutable and thread-safe.
 */
final class Transports {

    private final List<TransportProvider> providers;

    /** @param providers in the order in which they are asked */
    Transports(Iterable<TransportProvider> providers) {
        List<TransportProvider> all = new ArrayList<>();
        providers.forEach(all::add);
        this.providers = List.copyOf(all);
    }

    /** See {@link TransportProvider#onHandshake}. */
    void onHandshake(Map<String, Object> userProperties) {
        providers.forEach(provider -> provider.onHandshake(userProperties));
    }

    /** The transport of a session that has just opened. */
    SocketTransport of(Session session) {
        for (TransportProvider provider : providers) {
            Optional<SocketTransport> offered = provider.transportOf(session);
            if (offered.isPresent()) {
                return offered.get();
            }
        }
        return new JakartaTransport(session);
    }
}
