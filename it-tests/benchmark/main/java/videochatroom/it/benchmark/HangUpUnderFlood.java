package videochatroom.it.benchmark;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import videochatroom.it.pages.HangUp;
import videochatroom.it.pages.HostileClient;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Await;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.TestIdentity;

/** Measures how long Hang up takes while the other page sends as much as the channels' bounds allow. */
final class HangUpUnderFlood {

    /** So many that the flood is under way on the channel with the fewest messages. */
    private static final int UNDER_WAY = 15;

    private HangUpUnderFlood() {}

    /** Each press, by what is flooded. */
    static Map<String, List<HangUp>> measure(URI base, int rounds) {
        var people = new People();
        Person flooding = people.start(TestIdentity.ALICE);
        var hostile = new HostileClient(flooding);
        Person person = people.start(TestIdentity.BOB);
        try {
            RoomPage floods =
                    RoomPage.open(flooding, base.resolve("hang-up-under-flood")).is("waiting");
            RoomPage page = RoomPage.open(person, base.resolve("hang-up-under-flood"));
            Map<String, List<HangUp>> took = new LinkedHashMap<>();
            for (int round = 0; round < rounds; round++) {
                kinds().forEach((name, labels) -> {
                    page.is("connected").sees(TestIdentity.ALICE);
                    floods.is("connected");
                    HostileClient.ALLOWED_FLOODS.keySet().forEach(hostile::hasChannel);
                    hostile.flood(labels);
                    if (!labels.isEmpty()) {
                        Await.until("the flood", () -> hostile.sent() >= UNDER_WAY, hostile::sent);
                    }
                    took.computeIfAbsent(name, unused -> new ArrayList<>()).add(HangUp.press(person));
                    hostile.stopFlooding();
                    floods.is("waiting");
                    page.is("hung-up").press("Join again");
                });
            }
            return took;
        } finally {
            people.close(person);
            people.close(flooding);
        }
    }

    private static Map<String, List<String>> kinds() {
        var labels = new TreeSet<>(HostileClient.ALLOWED_FLOODS.keySet());
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("nothing", List.of());
        labels.forEach(label -> kinds.put(label, List.of(label)));
        kinds.put("all of them", List.copyOf(labels));
        return kinds;
    }
}
