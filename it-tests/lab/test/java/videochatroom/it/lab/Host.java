package videochatroom.it.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The machine of a participant. It has a link to each router it ever used, of which one is up. It is kept between
 * tests, like its browser.
 */
final class Host {

    private final Namespace namespace;
    private final AddressFamily family;
    private final Function<Nat, Router> newRouter;
    private final List<Router> routers = new ArrayList<>();
    /** The routers of the present test, the one in use first. */
    private final List<Router> available = new ArrayList<>();

    Host(Namespace namespace, AddressFamily family, Function<Nat, Router> newRouter) {
        this.namespace = namespace;
        this.family = family;
        this.newRouter = newRouter;
    }

    /** Uses a router of this kind from now on, in its initial state. */
    Host behind(Nat nat) {
        if (available.size() == 1 && router().nat() == nat) {
            router().reset();
            return this;
        }
        if (!available.isEmpty()) {
            namespace.script(disconnecting(router()));
            available.clear();
        }
        addRouter(nat);
        namespace.script(connecting(router()));
        return this;
    }

    /** Adds a further router to {@linkplain #changeNetwork change} to. */
    Host addRouter(Nat nat) {
        Router router = routers.stream()
                .filter(each -> each.nat() == nat && !available.contains(each))
                .findFirst()
                .orElseGet(() -> linked(newRouter.apply(nat)));
        router.reset();
        available.add(router);
        return this;
    }

    String name() {
        return namespace.name();
    }

    AddressFamily family() {
        return family;
    }

    /** The router in use. */
    Router router() {
        return available.get(0);
    }

    /** Switches to the next router, and so to another address, at once. */
    void changeNetwork() {
        Router previous = router();
        available.add(available.remove(0));
        namespace.script(disconnecting(previous) + connecting(router()));
    }

    /** Takes the link down for a while and brings it up again. Returns afterwards. */
    void loseNetwork(Duration duration) {
        namespace.script(linkDown(router()) + "sleep " + Seconds.of(duration) + "\n" + connecting(router()));
    }

    /** Writes a command that starts a browser on this host. */
    Path browser(Path directory) {
        Path file = directory.resolve("browser-of-" + name());
        String enter = String.join(" ", namespace.enterRecorded());
        try {
            Files.writeString(file, "#!/bin/sh\nexec " + enter + " " + Chromium.binary() + " \"$@\"\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates a link to a router and leaves it down. */
    private Router linked(Router router) {
        routers.add(router);
        router.connect(namespace, device(router));
        if (!family.hasIpv6()) {
            namespace.script("echo 1 > /proc/sys/net/ipv6/conf/%s/disable_ipv6\n".formatted(device(router)));
        }
        return router;
    }

    private String connecting(Router router) {
        Lan lan = router.lan();
        String device = device(router);
        // as with DHCP, the address is assigned after the link is up
        return "ip link set %s up\n".formatted(device)
                + (family.hasIpv4() ? """
                        ip address replace %s/24 dev %s
                        ip route replace default via %s
                        """.formatted(lan.host4(), device, lan.router4()) : "")
                + (family.hasIpv6() ? """
                        ip address replace %s/64 dev %s nodad
                        ip -6 route replace default via %s
                        """.formatted(lan.host6(), device, lan.router6()) : "");
    }

    private String disconnecting(Router router) {
        return linkDown(router) + "ip address flush dev " + device(router) + "\n";
    }

    private String linkDown(Router router) {
        return "ip link set %s down\n".formatted(device(router));
    }

    /** The name of the host's interface on the link to a router. */
    private String device(Router router) {
        return "eth" + routers.indexOf(router);
    }
}
