package videochatroom.it.lab;

/** A machine with public addresses, by its number. */
record Node(Namespace namespace, int number) {

    /** Its IPv4 address. */
    String address4() {
        return "198.18." + number + ".2";
    }

    /** Its IPv6 address. */
    String address6() {
        return "2001:db8:" + number + "::2";
    }
}
