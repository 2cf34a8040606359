package videochatroom.it.lab;

import java.time.Duration;

/** The router between a host and the public network. */
final class Router {

    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 5_000;

    private final Node node;
    private final Nat nat;
    private final Lan lan;
    private int firstPort;

    Router(Internet internet, Node node, Nat nat) {
        this.node = node;
        this.nat = nat;
        lan = new Lan(node.number(), !nat.translates());
        internet.route(lan, node);
        node.namespace().script("""
                echo 1 > /proc/sys/net/ipv4/ip_forward
                echo 1 > /proc/sys/net/ipv6/conf/all/forwarding
                """);
        reset();
    }

    /** Restores the initial rules, deletes all connections from the table and drops no packets. */
    void reset() {
        firstPort = FIRST_PORT;
        node.namespace().filter(nat.rules());
        dropPackets(0);
        node.namespace().run("conntrack", "-F").orThrow();
    }

    Nat nat() {
        return nat;
    }

    Lan lan() {
        return lan;
    }

    /** Creates the link to a host. The interface gets this name on the host and {@code lan} on the router. */
    void connect(Namespace host, String hostInterface) {
        host.link(hostInterface, node.namespace(), "lan");
        node.namespace().script("""
                ip address add %s/24 dev lan
                ip address add %s/64 dev lan nodad
                ip link set lan up
                """.formatted(lan.router4(), lan.router6()));
    }

    /** Deletes all NAT mappings. New ones use other ports. */
    void forgetMappings() {
        firstPort = firstPort + PORTS > 60_000 ? FIRST_PORT : firstPort + PORTS;
        node.namespace().filter(nat.rulesWithPorts(firstPort, firstPort + PORTS - 1));
        node.namespace().run("conntrack", "-F").orThrow();
    }

    /** Drops this percentage of packets in each direction. */
    void dropPackets(int percent) {
        String drop = percent >= 100 ? "drop" : "numgen random mod 100 < " + percent + " drop";
        node.namespace()
                .filter("table inet loss\ndelete table inet loss\n" + (percent == 0 ? "" : """
                table inet loss {
                  chain losing {
                    type filter hook forward priority filter - 10;
                    %s
                  }
                }
                """.formatted(drop)));
    }

    /** Drops all packets for a while. The links stay up. Returns afterwards. */
    void dropAllFor(Duration duration) {
        node.namespace().script("""
                nft -f - << 'END'
                table inet loss { chain losing { type filter hook forward priority filter - 10; drop; }; }
                END
                sleep %s
                nft delete table inet loss
                """.formatted(Seconds.of(duration)));
    }
}
