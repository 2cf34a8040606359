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
 * Where somebody sits: one machine, with a cable to each router that was ever needed, of which one is plugged in. It
 * stays from test to test, as its browser does.
 */
final class House {

    private final Namespace namespace;
    private final Family family;
    private final Function<Nat, Router> newRouter;
    private final List<Router> routers = new ArrayList<>();
    /** Those that the present test knows of, the one in use first. */
    private final List<Router> known = new ArrayList<>();

    House(Namespace namespace, Family family, Function<Nat, Router> newRouter) {
        this.namespace = namespace;
        this.family = family;
        this.newRouter = newRouter;
    }

    /** Stands behind such a router from now on, of which nothing is left of what happened to it before. */
    House behind(Nat nat) {
        if (known.size() == 1 && router().nat() == nat) {
            router().beAsNew();
            return this;
        }
        if (!known.isEmpty()) {
            unplug(router());
            known.clear();
        }
        alsoBehind(nat);
        plugIn(router());
        return this;
    }

    /** Has a further router to {@linkplain #changeNetwork change} to. */
    House alsoBehind(Nat nat) {
        Router router = routers.stream()
                .filter(each -> each.nat() == nat && !known.contains(each))
                .findFirst()
                .orElseGet(() -> connected(newRouter.apply(nat)));
        router.beAsNew();
        known.add(router);
        return this;
    }

    String name() {
        return namespace.name();
    }

    Family family() {
        return family;
    }

    /** The router in use. */
    Router router() {
        return known.get(0);
    }

    /** Takes the next router, and with it another address, at once. */
    void changeNetwork() {
        Router left = router();
        known.add(known.remove(0));
        namespace.script(unplugging(left) + plugging(router()));
    }

    /** Has no network for a while, and the same one as before then. */
    void loseNetwork(Duration duration) {
        namespace.script(pullingOut(router()) + "sleep " + Seconds.of(duration) + "\n" + plugging(router()));
    }

    /** A command that is a browser in here. */
    Path browser(Path directory) {
        Path file = directory.resolve("browser-of-" + name());
        String entering = String.join(" ", namespace.enteringNoted());
        try {
            Files.writeString(file, "#!/bin/sh\nexec " + entering + " " + Chromium.binary() + " \"$@\"\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lays a cable to a router, without plugging it in. */
    private Router connected(Router router) {
        routers.add(router);
        router.connect(namespace, cable(router));
        if (!family.has6()) {
            namespace.script("echo 1 > /proc/sys/net/ipv6/conf/%s/disable_ipv6\n".formatted(cable(router)));
        }
        return router;
    }

    private void plugIn(Router router) {
        namespace.script(plugging(router));
    }

    private void unplug(Router router) {
        namespace.script(unplugging(router));
    }

    private String plugging(Router router) {
        Lan lan = router.lan();
        String cable = cable(router);
        // as with DHCP, an address comes with the network, and not before it
        return "ip link set %s up\n".formatted(cable)
                + (family.has4() ? """
                        ip address replace %s/24 dev %s
                        ip route replace default via %s
                        """.formatted(lan.host4(), cable, lan.router4()) : "")
                + (family.has6() ? """
                        ip address replace %s/64 dev %s nodad
                        ip -6 route replace default via %s
                        """.formatted(lan.host6(), cable, lan.router6()) : "");
    }

    private String unplugging(Router router) {
        return pullingOut(router) + "ip address flush dev " + cable(router) + "\n";
    }

    private String pullingOut(Router router) {
        return "ip link set %s down\n".formatted(cable(router));
    }

    private String cable(Router router) {
        return "eth" + routers.indexOf(router);
    }
}
