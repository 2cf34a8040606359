package videochatroom.protocol;

import java.util.List;
import java.util.Objects;

/**
 * What a participant's browser is to use to connect.
 *
 * @param transportPolicy see {@code RTCIceTransportPolicy} (W3C webrtc-pc)
 */
public record IceConfiguration(List<IceServer> servers, TransportPolicy transportPolicy) {

    public IceConfiguration {
        servers = List.copyOf(servers);
        Objects.requireNonNull(transportPolicy, "transportPolicy");
    }

    /** Which candidates may be used; named as browsers name them. */
    public enum TransportPolicy {
        all,
        relay
    }
}
