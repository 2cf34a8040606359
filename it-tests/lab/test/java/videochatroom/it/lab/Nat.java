package videochatroom.it.lab;

/**
 * What a router does with what passes it.
 *
 * <p>All but {@link #OPEN} drop what nobody behind them asked for. Without that an early packet of the other side would
 * take the place in the table that the own flow needs, and most calls would fail as they do not in reality.
 */
enum Nat {
    /** Public addresses, and no filter. */
    OPEN("open"),
    /** A port of its own for each port behind it, whomever it talks to (endpoint-independent mapping). */
    CONE("cone"),
    /** Another port for each it talks to (address- and port-dependent mapping). */
    SYMMETRIC("symmetric"),
    /** Nothing but TCP. */
    UDP_BLOCKED("udp blocked"),
    /** Nothing but TCP to port 443. */
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

    /** The rules of a router between {@code wan} and {@code lan}; IPv6 is filtered, but never translated. */
    String rules() {
        return rules("");
    }

    /** The same, with the ports that are to be used for UDP. */
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
