package videochatroom.it.lab;

/**
 * The public network: one machine in the middle, a cable to everybody else.
 *
 * <p>Its addresses are those for benchmarks (RFC 2544) and for documentation (RFC 3849), which a TURN server must not
 * refuse as it refuses private ones, and which lead nowhere from this machine.
 */
final class Internet {

    /** Into what the addresses are counted. */
    private static final int LIMIT = 250;

    private final Namespace middle;
    private int nodes;

    Internet(Namespace middle) {
        this.middle = middle;
        middle.script("""
                echo 1 > /proc/sys/net/ipv4/ip_forward
                echo 1 > /proc/sys/net/ipv6/conf/all/forwarding
                """);
    }

    /** Connects a new machine; its cable is called {@code wan} there. */
    Node node(String name) {
        int number = ++nodes;
        if (number > LIMIT) {
            throw new IllegalStateException("This network has no more than " + LIMIT + " places");
        }
        var node = new Node(middle.another(name), number);
        String cable = "to" + number;
        middle.cable(cable, node.namespace(), "wan");
        middle.script("""
                ip address add 198.18.%1$d.1/30 dev %2$s
                ip address add 2001:db8:%1$d::1/64 dev %2$s nodad
                ip link set %2$s up
                """.formatted(number, cable));
        node.namespace().script("""
                ip address add %s/30 dev wan
                ip address add %s/64 dev wan nodad
                ip link set wan up
                ip route add default via 198.18.%3$d.1
                ip -6 route add default via 2001:db8:%3$d::1
                """.formatted(node.address4(), node.address6(), number));
        return node;
    }

    /** A network for a house, which leads nowhere yet. */
    Namespace house(String name) {
        return middle.another(name);
    }

    /** Lets everybody know that these addresses are behind this machine. */
    void route(Lan lan, Node through) {
        middle.script("ip -6 route add %s via %s\n".formatted(lan.network6(), through.address6()));
        if (lan.isPublic()) {
            middle.script("ip route add %s via %s\n".formatted(lan.network4(), through.address4()));
        }
    }
}
