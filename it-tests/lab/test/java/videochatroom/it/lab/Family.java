package videochatroom.it.lab;

/** Which kinds of addresses a house has. */
enum Family {
    IPV4,
    IPV6,
    BOTH;

    boolean has4() {
        return this != IPV6;
    }

    boolean has6() {
        return this != IPV4;
    }
}
