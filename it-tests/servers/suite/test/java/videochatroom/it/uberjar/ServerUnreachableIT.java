package videochatroom.it.uberjar;

import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.People;
import videochatroom.it.support.TestIdentity;
import videochatroom.it.support.UberJar;

/** A server that is killed and started again. The containers of other tests must keep running. */
@Tag("browser")
class ServerUnreachableIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void thePageReportsItAndReconnects() {
        int port = UberJar.freePort();
        RoomPage alices;
        RoomPage bobs;
        try (UberJar server = start(port)) {
            URI room = server.awaitAddress().resolve("unreachable");
            alices = RoomPage.open(people.start(TestIdentity.ALICE), room).is("waiting");
            server.kill();
            alices.is("server-unreachable").says("cannot be reached");
        }
        try (UberJar server = start(port)) {
            URI room = server.awaitAddress().resolve("unreachable");
            alices.is("waiting");
            bobs = RoomPage.open(people.start(TestIdentity.BOB), room);
            alices.is("connected").sees(TestIdentity.BOB);
            bobs.is("connected").sees(TestIdentity.ALICE);
            server.kill();
            // media does not go through the server
            bobs.seesMotion().hears(TestIdentity.ALICE);
        }
    }

    private static UberJar start(int port) {
        return UberJar.start(port, UberJar.ISOLATED);
    }
}
