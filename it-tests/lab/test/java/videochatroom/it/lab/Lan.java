package videochatroom.it.lab;

/** The addresses behind a router. IPv4 addresses are public if the router does not translate; IPv6 is always public. */
record Lan(int number, boolean isPublic) {

    String network4() {
        return prefix4() + ".0/24";
    }

    String router4() {
        return prefix4() + ".1";
    }

    String host4() {
        return prefix4() + ".2";
    }

    String network6() {
        return prefix6() + "::/64";
    }

    String router6() {
        return prefix6() + "::1";
    }

    String host6() {
        return prefix6() + "::2";
    }

    private String prefix4() {
        return (isPublic ? "198.19." : "10.0.") + number;
    }

    private String prefix6() {
        return "2001:db8:1:" + number;
    }
}
