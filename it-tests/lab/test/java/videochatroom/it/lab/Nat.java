package videochatroom.it.lab;

/**
 * How a router translates and filters.
 *
 * <p>All but {@link #OPEN} drop unsolicited packets. Otherwise an early packet of the other side would occupy the entry
 * of the connection table that the own flow needs, and most calls would fail, as they do not in reality.
 */
enum Nat {
    /** Public addresses and no filter. */
    OPEN("open"),
    /** One port for each internal port, for all destinations: endpoint-independent mapping (RFC 4787). */
    CONE("cone"),
    /** Another port for each destination: address- and port-dependent mapping (RFC 4787). */
    SYMMETRIC("symmetric"),
    /** TCP only. */
    UDP_BLOCKED("udp blocked"),
    /** TCP to port 443 only. */
    ONLY_443("only 443/tcp");

    private final String label;

    Nat(String label) {
        this.label = label;
    }

    boolean translates() {
        return this != OPEN;
    }

    boolean passesUdp() {
        return this == OPEN || this == CONE || this == SYMMETRIC;
    }

    /** The nftables rules of a router between {@code wan} and {@code lan}. IPv6 is filtered, but not translated. */
    String rules() {
        return rules("");
    }

    /** The same rules with a range of external ports for UDP. A symmetric NAT ignores the range. */
    String rulesWithPorts(int from, int to) {
        return rules(this == SYMMETRIC ? "" : " to :" + from + "-" + to);
    }

    private String rules(String ports) {
        return """
                table inet router
                delete table inet router
                table inet router {
                  chain arriving {
                    type filter hook input priority filter; policy drop;
                    iifname { "lan", "lo" } accept
                    ct state established,related accept
                    meta l4proto { icmp, ipv6-icmp } accept
                  }
                  chain through {
                    type filter hook forward priority filter; policy drop;
                    %s
                    iifname "lan" accept
                    ct state established,related accept
                    %s
                  }
                  chain leaving {
                    type nat hook postrouting priority srcnat;
                    %s
                  }
                }
                """.formatted(blocked(), translates() ? "" : "iifname \"wan\" accept", translation(ports));
    }

    private String blocked() {
        return switch (this) {
            case UDP_BLOCKED -> "meta l4proto udp drop";
            case ONLY_443 -> "meta l4proto udp drop\niifname \"lan\" tcp dport != 443 drop";
            case OPEN, CONE, SYMMETRIC -> "";
        };
    }

    private String translation(String ports) {
        if (!translates()) {
            return "";
        }
        String what = "oifname \"wan\" meta nfproto ipv4 ";
        return this == SYMMETRIC
                ? what + "masquerade fully-random"
                : what + "meta l4proto udp masquerade" + ports + "\n" + what + "masquerade";
    }

    @Override
    public String toString() {
        return label;
    }
}
