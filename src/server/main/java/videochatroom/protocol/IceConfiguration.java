package videochatroom.protocol;

import java.util.List;
import java.util.Objects;

/**
 * What a participant's browser uses to connect: {@code RTCConfiguration} (W3C webrtc-pc) in parts. Immutable.
 *
 * @param transportPolicy whether candidates other than relayed ones may be used
 */
public record IceConfiguration(List<IceServer> servers, TransportPolicy transportPolicy) {

    public IceConfiguration {
        servers = List.copyOf(servers);
        Objects.requireNonNull(transportPolicy, "transportPolicy");
    }

    /** {@code RTCIceTransportPolicy} (W3C webrtc-pc). */
    public enum TransportPolicy implements WireEnum {
        ALL,
        RELAY
    }
}
