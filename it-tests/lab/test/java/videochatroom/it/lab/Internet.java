package videochatroom.it.lab;

/**
 * The public network: a central router with a link to each public machine.
 *
 * <p>Its addresses are those for benchmarks (RFC 2544) and for documentation (RFC 3849). The TURN server does not
 * refuse them as it refuses private addresses, and nothing uses them outside of the lab.
 */
final class Internet {

    /** The number of the machine is one byte of its address. */
    private static final int LIMIT = 250;

    private final Namespace core;
    private int nodes;

    Internet(Namespace core) {
        this.core = core;
        core.script("""
                echo 1 > /proc/sys/net/ipv4/ip_forward
                echo 1 > /proc/sys/net/ipv6/conf/all/forwarding
                """);
    }

    /** Connects a new machine. The interface of its link is called {@code wan}. */
    Node node(String name) {
        int number = ++nodes;
        if (number > LIMIT) {
            throw new IllegalStateException("This network has no more than " + LIMIT + " machines");
        }
        var node = new Node(core.create(name), number);
        String link = "to" + number;
        core.link(link, node.namespace(), "wan");
        core.script("""
                ip address add 198.18.%1$d.1/30 dev %2$s
                ip address add 2001:db8:%1$d::1/64 dev %2$s nodad
                ip link set %2$s up
                """.formatted(number, link));
        node.namespace().script("""
                ip address add %s/30 dev wan
                ip address add %s/64 dev wan nodad
                ip link set wan up
                ip route add default via 198.18.%3$d.1
                ip -6 route add default via 2001:db8:%3$d::1
                """.formatted(node.address4(), node.address6(), number));
        return node;
    }

    /** A namespace for a host, without links. */
    Namespace host(String name) {
        return core.create(name);
    }

    /** Routes the addresses of a LAN to the machine in front of it. */
    void route(Lan lan, Node through) {
        core.script("ip -6 route add %s via %s\n".formatted(lan.network6(), through.address6()));
        if (lan.isPublic()) {
            core.script("ip route add %s via %s\n".formatted(lan.network4(), through.address4()));
        }
    }
}
