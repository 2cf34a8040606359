package videochatroom.payara;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where there is no Payara. The container tests have one. */
class GrizzlyTransportProviderTest {

    private final GrizzlyTransportProvider provider = new GrizzlyTransportProvider();

    @Test
    void offersNothingForAHandshakeWhoseConnectionIsNotKnown() {
        Map<String, Object> userProperties = new HashMap<>();
        provider.onHandshake(userProperties);
        assertEquals(Map.of(), userProperties);
        assertEquals(Optional.empty(), provider.transportOf(sessionWith(userProperties)));
    }

    private static Session sessionWith(Map<String, Object> userProperties) {
        return (Session) Proxy.newProxyInstance(
                GrizzlyTransportProviderTest.class.getClassLoader(),
                new Class<?>[] {Session.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getUserProperties")) {
                        return userProperties;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
