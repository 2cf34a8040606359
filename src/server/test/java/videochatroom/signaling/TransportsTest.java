package videochatroom.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import jakarta.websocket.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransportsTest {

    private final Session session = SessionStub.sending((text, handler) -> {});

    @Test
    void withoutAProviderItIsJakartasApiAlone() {
        assertInstanceOf(JakartaTransport.class, new Transports(List.of()).of(session));
    }

    @Test
    void aProviderThatDoesNotKnowTheConnectionOffersNone() {
        var transports = new Transports(List.of(new Provider("first", Optional.empty())));
        assertInstanceOf(JakartaTransport.class, transports.of(session));
    }

    @Test
    void theFirstThatIsOfferedIsUsed() {
        var second = new RecordingTransport();
        var transports = new Transports(List.of(
                new Provider("first", Optional.empty()),
                new Provider("second", Optional.of(second)),
                new Provider("third", Optional.of(new RecordingTransport()))));
        assertSame(second, transports.of(session));
    }

    @Test
    void everyProviderIsToldOfAHandshake() {
        Map<String, Object> userProperties = new HashMap<>();
        new Transports(List.of(new Provider("first", Optional.empty()), new Provider("second", Optional.empty())))
                .onHandshake(userProperties);
        assertEquals(Map.of("first", true, "second", true), userProperties);
    }

    private record Provider(String name, Optional<SocketTransport> transport) implements TransportProvider {
        @Override
        public void onHandshake(Map<String, Object> userProperties) {
            userProperties.put(name, true);
        }

        @Override
        public Optional<SocketTransport> transportOf(Session session) {
            return transport;
        }
    }
}
