package videochatroom.it.lab;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import videochatroom.it.support.Await;
import videochatroom.it.support.TestIdentity;

/** A call of Alice and Bob in one room. */
record LabCall(String room, Caller alice, Caller bob) {

    private static final Duration RECOVERY_TIMEOUT = Duration.ofSeconds(90);

    /** Bob waits in the room when Alice joins. Does not wait for the connection. */
    static LabCall begin(String room, Caller bob, Supplier<Caller> alice) {
        bob.page().is("waiting");
        return new LabCall(room, alice.get(), bob);
    }

    /** Waits until the call is connected or has failed on both sides. Returns whether it is connected on both. */
    boolean isConnected() {
        boolean alicesSide = alice.isConnected();
        boolean bobsSide = bob.isConnected();
        return alicesSide && bobsSide;
    }

    /** Waits until both see the moving video of the right person. */
    LabCall awaitVideo() {
        alice.page().is("connected").sees(TestIdentity.BOB).seesMotion();
        bob.page().is("connected").sees(TestIdentity.ALICE).seesMotion();
        return this;
    }

    /** The route of the media, as {@link Route#described} describes it. */
    String route() {
        return Route.described(Route.of(alice.person()), Route.of(bob.person()));
    }

    /** Seconds from the second participant's first message to the server until both have seen a frame. */
    double secondsToFirstFrame() {
        long joined = Math.max(alice.frames().joinedAt(), bob.frames().joinedAt());
        return (Math.max(firstFrame(alice), firstFrame(bob)) - joined) / 1000.0;
    }

    /** The worse side's freezes during a fault, until both have steady video again. */
    Freezes during(Runnable fault) {
        // a fault that interrupts the media does so within this time
        return duringAtLeast(Duration.ofSeconds(5), fault);
    }

    /** The same, for at least this time after the fault. */
    Freezes duringAtLeast(Duration atLeast, Runnable fault) {
        long before = System.currentTimeMillis();
        fault.run();
        long settled = System.currentTimeMillis() + atLeast.toMillis();
        alice.frames().awaitSteadyFrom(settled, RECOVERY_TIMEOUT);
        bob.frames().awaitSteadyFrom(settled, RECOVERY_TIMEOUT);
        awaitVideo();
        long after = System.currentTimeMillis();
        Timeline.write(alice, bob, before);
        return worse(frames -> frames.freezes(before, after));
    }

    private Freezes worse(Function<FrameLog, Freezes> measure) {
        return measure.apply(alice.frames()).worse(measure.apply(bob.frames()));
    }

    private static long firstFrame(Caller caller) {
        Await.until(
                caller.person().name() + " to see a first frame",
                () -> caller.frames().firstAt() != 0,
                caller.page()::state);
        return caller.frames().firstAt();
    }
}
