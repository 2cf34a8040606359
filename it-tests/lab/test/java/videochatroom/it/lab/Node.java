package videochatroom.it.lab;

/** A machine with public addresses, which follow from its number. */
record Node(Namespace namespace, int number) {

    String address4() {
        return "198.18." + number + ".2";
    }

    String address6() {
        return "2001:db8:" + number + "::2";
    }
}
