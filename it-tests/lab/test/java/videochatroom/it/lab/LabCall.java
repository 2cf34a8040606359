package videochatroom.it.lab;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import videochatroom.it.support.Looks;
import videochatroom.it.support.Patience;

/** Alice and Bob in one room; it is her house that things happen to. */
record LabCall(String room, Caller alice, Caller bob) {

    private static final Duration HEALED = Duration.ofSeconds(90);

    /** Begins one, of which nothing is known yet: Bob waits when Alice comes. */
    static LabCall begin(String room, Caller bob, Supplier<Caller> alice) {
        bob.page().is("waiting");
        return new LabCall(room, alice.get(), bob);
    }

    /** Waits until it has come about, or has turned out not to; whether it has. */
    boolean isConnected() {
        boolean hers = alice.isConnected();
        boolean his = bob.isConnected();
        return hers && his;
    }

    /** Waits until each sees the right person, and that person move. */
    LabCall isSeen() {
        alice.page().is("connected").sees(Looks.BOB).seesThePictureMove();
        bob.page().is("connected").sees(Looks.ALICE).seesThePictureMove();
        return this;
    }

    /** The way that media takes. */
    String route() {
        return Route.described(Route.of(alice.person()), Route.of(bob.person()));
    }

    /** Seconds from when the second one asked for the room until both see each other. */
    double secondsToFirstFrame() {
        long joined = Math.max(alice.sight().joinedAt(), bob.sight().joinedAt());
        return (Math.max(firstFrame(alice), firstFrame(bob)) - joined) / 1000.0;
    }

    /** What the one who sees worse saw of something that happened, until both saw the other move again. */
    Freezes during(Runnable happening) {
        // what breaks a way shows within this time, if it shows at all
        return duringAndAfter(Duration.ofSeconds(5), happening);
    }

    /** The same, for at least so long. */
    Freezes duringAndAfter(Duration atLeast, Runnable happening) {
        long before = System.currentTimeMillis();
        happening.run();
        long settled = System.currentTimeMillis() + atLeast.toMillis();
        alice.sight().movesFrom(settled, HEALED);
        bob.sight().movesFrom(settled, HEALED);
        isSeen();
        long after = System.currentTimeMillis();
        Timeline.write(alice, bob, before);
        return both(sight -> sight.between(before, after));
    }

    private Freezes both(Function<Sight, Freezes> measure) {
        return measure.apply(alice.sight()).orWorse(measure.apply(bob.sight()));
    }

    private static long firstFrame(Caller caller) {
        Patience.until(
                caller.person().name() + " to see a first picture",
                () -> caller.sight().firstAt() != 0,
                caller.page()::state);
        return caller.sight().firstAt();
    }
}
