package videochatroom.it.uberjar;

import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Looks;
import videochatroom.it.support.People;
import videochatroom.it.support.UberJar;

/** A server that goes away and comes back, which no container of the other tests may do. */
@Tag("browser")
class ServerUnreachableIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void thePageSaysSoAndComesBackByItself() {
        int port = UberJar.freePort();
        RoomPage alices;
        RoomPage bobs;
        try (UberJar server = start(port)) {
            URI room = server.awaitAddress().resolve("unreachable");
            alices = RoomPage.open(people.sitDown(Looks.ALICE), room).is("waiting");
            server.kill();
            alices.is("server-unreachable").says("cannot be reached");
        }
        try (UberJar server = start(port)) {
            URI room = server.awaitAddress().resolve("unreachable");
            alices.is("waiting");
            bobs = RoomPage.open(people.sitDown(Looks.BOB), room);
            alices.is("connected").sees(Looks.BOB);
            bobs.is("connected").sees(Looks.ALICE);
            server.kill();
            // what they see and hear does not go by way of the server
            bobs.seesThePictureMove().hears(Looks.ALICE);
        }
    }

    private static UberJar start(int port) {
        return UberJar.start(port, UberJar.QUIET);
    }
}
