package videochatroom.it.benchmark;

/** What a long run leaves behind. */
public final class Soak {
    private Soak() {}
}
