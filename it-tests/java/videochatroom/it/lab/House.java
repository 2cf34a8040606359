package videochatroom.it.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Where somebody sits: one machine, with a cable to one router, or to several of which one is plugged in. */
final class House {

    private final Namespace namespace;
    private final Family family;
    private final List<Router> routers = new ArrayList<>();
    private int plugged;

    House(Namespace namespace, Family family, Router router) {
        this.namespace = namespace;
        this.family = family;
        lay(router);
        namespace.script(plugIn(0));
    }

    Family family() {
        return family;
    }

    /** The router in use. */
    Router router() {
        return routers.get(plugged);
    }

    /** Lays a cable to a further router, without plugging it in. */
    House lay(Router router) {
        String cable = cable(routers.size());
        router.connect(namespace, cable);
        if (!family.has6()) {
            namespace.script("echo 1 > /proc/sys/net/ipv6/conf/%s/disable_ipv6\n".formatted(cable));
        }
        routers.add(router);
        return this;
    }

    /** Takes the next router, and with it another address, at once. */
    void changeNetwork() {
        int next = (plugged + 1) % routers.size();
        namespace.script(pullOut(plugged) + "ip address flush dev " + cable(plugged) + "\n" + plugIn(next));
        plugged = next;
    }

    /** Has no network for a while, and the same one as before then. */
    void loseNetwork(Duration duration) {
        namespace.script(pullOut(plugged) + "sleep " + Seconds.of(duration) + "\n" + plugIn(plugged));
    }

    /** A command that is a browser in here. */
    Path browser(Path directory) {
        Path file = directory.resolve("browser-of-" + namespace.name());
        String entering = String.join(" ", namespace.enteringNoted());
        try {
            Files.writeString(file, "#!/bin/sh\nexec " + entering + " " + Chromium.binary() + " \"$@\"\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String plugIn(int which) {
        Lan lan = routers.get(which).lan();
        // as with DHCP, an address comes with the network, and not before it
        return "ip link set %s up\n".formatted(cable(which))
                + (family.has4() ? """
                        ip address replace %s/24 dev %s
                        ip route replace default via %s
                        """.formatted(lan.host4(), cable(which), lan.router4()) : "")
                + (family.has6() ? """
                        ip address replace %s/64 dev %s nodad
                        ip -6 route replace default via %s
                        """.formatted(lan.host6(), cable(which), lan.router6()) : "");
    }

    private static String pullOut(int which) {
        return "ip link set %s down\n".formatted(cable(which));
    }

    private static String cable(int which) {
        return "eth" + which;
    }
}
