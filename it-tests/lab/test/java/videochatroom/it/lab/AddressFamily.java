package videochatroom.it.lab;

/** The address families of a host. */
enum AddressFamily {
    IPV4,
    IPV6,
    BOTH;

    boolean hasIpv4() {
        return this != IPV6;
    }

    boolean hasIpv6() {
        return this != IPV4;
    }
}
