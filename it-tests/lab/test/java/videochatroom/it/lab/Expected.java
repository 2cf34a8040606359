package videochatroom.it.lab;

/** What is to become of a call between two routers. */
enum Expected {
    NO_CONNECTION,
    DIRECT,
    RELAYED;

    /** With the relay that can be reached in that way, and STUN. */
    static Expected of(Nat one, Nat other, IceMode mode) {
        if (isDirect(one, other)) {
            return DIRECT;
        }
        // one relay is enough, if the other side can send to it; without UDP each side needs its own
        boolean ones = reachesRelay(one, mode);
        boolean others = reachesRelay(other, mode);
        boolean relayed = (ones && (others || other.passesUdp())) || (others && one.passesUdp());
        return relayed ? RELAYED : NO_CONNECTION;
    }

    /** Whether a way is the expected one. */
    boolean isMetBy(String route) {
        return switch (this) {
            case NO_CONNECTION -> route.equals("none");
            case DIRECT -> route.equals("direct");
            case RELAYED -> route.startsWith("relayed");
        };
    }

    /** Two filters open for each other if each sees the other come from where STUN said it would. */
    private static boolean isDirect(Nat one, Nat other) {
        if (!one.passesUdp() || !other.passesUdp()) {
            return false;
        }
        boolean predictable = one != Nat.SYMMETRIC && other != Nat.SYMMETRIC;
        return predictable || one == Nat.OPEN || other == Nat.OPEN;
    }

    private static boolean reachesRelay(Nat nat, IceMode mode) {
        return switch (mode) {
            case STUN_ONLY -> false;
            case TURN_UDP -> nat.passesUdp();
            case TURN_TCP -> nat != Nat.ONLY_443;
            case TURNS, ALL -> true;
        };
    }
}
