package videochatroom.ice.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import videochatroom.ice.check.IceAddress.Transport;

class IceAddressTest {

    @ParameterizedTest
    @CsvSource({
        "stun:stun.example.org, false, UDP, stun.example.org, 3478",
        "stun:stun.example.org:19302, false, UDP, stun.example.org, 19302",
        "stuns:stun.example.org, false, TLS, stun.example.org, 5349",
        "turn:turn.example.org, true, UDP, turn.example.org, 3478",
        "turn:turn.example.org?transport=udp, true, UDP, turn.example.org, 3478",
        "turn:[2001:db8::1]:443?transport=tcp, true, TCP, 2001:db8::1, 443",
        "turns:[::1], true, TLS, ::1, 5349",
        "turns:turn.example.org:443?transport=tcp, true, TLS, turn.example.org, 443",
        "turns:turn.example.org?transport=udp, true, DTLS, turn.example.org, 5349"
    })
    void hasTransportHostAndPort(String url, boolean relay, Transport transport, String host, int port) {
        assertEquals(new IceAddress(url, relay, transport, host, port), IceAddress.of(url));
    }
}
