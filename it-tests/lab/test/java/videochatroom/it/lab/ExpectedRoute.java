package videochatroom.it.lab;

/** The route that a call between two routers should take. */
enum ExpectedRoute {
    NO_CONNECTION,
    DIRECT,
    RELAYED;

    /** With STUN, and the relay reachable in this mode. */
    static ExpectedRoute of(Nat one, Nat other, IceMode mode) {
        if (isDirect(one, other)) {
            return DIRECT;
        }
        // one side's relay is enough if the other side can send UDP to it; without UDP each side needs its own relay
        boolean ones = reachesRelay(one, mode);
        boolean others = reachesRelay(other, mode);
        boolean relayed = (ones && (others || other.passesUdp())) || (others && one.passesUdp());
        return relayed ? RELAYED : NO_CONNECTION;
    }

    /** Whether a route, as {@link Route#described} describes it, is the expected one. */
    boolean matches(String route) {
        return switch (this) {
            case NO_CONNECTION -> route.equals("none");
            case DIRECT -> route.equals("direct");
            case RELAYED -> route.startsWith("relayed");
        };
    }

    /** Hole punching works if each side sees the other at the address that STUN reported. */
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
