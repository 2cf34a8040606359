package videochatroom.it.lab;

import java.util.List;
import java.util.stream.Stream;

/** The ICE servers with which the server under test is configured. */
enum IceMode {
    STUN_ONLY("STUN only"),
    TURN_UDP("TURN/UDP"),
    TURN_TCP("TURN/TCP"),
    TURNS("TURNS"),
    /** The configuration of an operator. */
    ALL("all");

    private final String label;

    IceMode(String label) {
        this.label = label;
    }

    /** The value of the setting {@code ice.servers}. */
    String addresses(TurnServer turn) {
        return String.join(
                ",",
                Stream.of(turn.address4(), turn.address6())
                        .flatMap(address -> addresses(address).stream())
                        .toList());
    }

    private List<String> addresses(String host) {
        String stun = "stun:" + host + ":3478";
        String udp = "turn:" + host + ":3478?transport=udp";
        String tcp = "turn:" + host + ":3478?transport=tcp";
        String tls = "turns:" + host + ":443";
        return switch (this) {
            case STUN_ONLY -> List.of(stun);
            case TURN_UDP -> List.of(stun, udp);
            case TURN_TCP -> List.of(stun, tcp);
            case TURNS -> List.of(stun, tls);
            case ALL -> List.of(stun, udp, tcp, tls);
        };
    }

    @Override
    public String toString() {
        return label;
    }
}
