package videochatroom.it.calls;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.Project;
import videochatroom.it.support.Server;
import videochatroom.it.support.StaticSite;
import videochatroom.it.support.TestIdentity;

/** Pages from another origin can use the server if its settings list the origin. */
@Tag("browser")
class OtherOriginIT extends DeployedWar {

    private static final Path CLIENT = Project.path("webapp");
    private static final String SERVER_META = "<meta name=\"video-chat-room-server\" content=\"\">";

    @RegisterExtension
    final People people = new People();

    @Test
    void aClientOnAListedOriginCallsOneOnTheServersOrigin() {
        try (StaticSite site = hostTheClient(new StaticSite(Server.otherOriginPort()))) {
            RoomPage alices = RoomPage.open(
                            people.start(TestIdentity.ALICE), site.address().resolve("other-origin"))
                    .is("waiting");
            RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "other-origin");

            alices.is("connected").sees(TestIdentity.BOB).hears(TestIdentity.BOB);
            bobs.is("connected").sees(TestIdentity.ALICE).hears(TestIdentity.ALICE);
        }
    }

    @Test
    void aClientOnAnUnlistedOriginIsRefused() {
        try (StaticSite site = hostTheClient(new StaticSite())) {
            RoomPage.open(people.start(TestIdentity.ALICE), site.address().resolve("other-unlisted"))
                    .is("server-unreachable");
        }
    }

    @Test
    void aClientOfTheBasicProtocolIsCalledByThePage() {
        try (StaticSite site = hostTheBareClient()) {
            Person alice = people.start(TestIdentity.ALICE);
            RoomPage alices =
                    RoomPage.open(alice, bareAddress(site, "other-bare-first")).is("waiting");
            RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "other-bare-first");

            bobs.is("connected").sees(TestIdentity.ALICE).hears(TestIdentity.ALICE);
            alices.is("connected").sees(TestIdentity.BOB).hears(TestIdentity.BOB);
        }
    }

    @Test
    void aClientOfTheBasicProtocolCallsThePage() {
        try (StaticSite site = hostTheBareClient()) {
            RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "other-bare-second")
                    .is("waiting");
            RoomPage alices = RoomPage.open(people.start(TestIdentity.ALICE), bareAddress(site, "other-bare-second"));

            bobs.is("connected").sees(TestIdentity.ALICE).hears(TestIdentity.ALICE);
            alices.is("connected")
                    .sees(TestIdentity.BOB)
                    .hears(TestIdentity.BOB)
                    .seesMotion();
        }
    }

    /** Hosts the client: its files, and for every room the page with the server's address filled in. */
    private static StaticSite hostTheClient(StaticSite site) {
        StaticSite.Source files = StaticSite.directory(CLIENT);
        return site.serve("/", path -> {
            byte[] file = files.read(path);
            return file != null ? file : roomPage().getBytes(StandardCharsets.UTF_8);
        });
    }

    private static String roomPage() throws java.io.IOException {
        String page = Files.readString(CLIENT.resolve("room.html"));
        if (!page.contains(SERVER_META)) {
            throw new IllegalStateException("room.html has no placeholder for the server's address");
        }
        return page.replace(SERVER_META, SERVER_META.replace("\"\"", "\"" + Server.base() + "\""));
    }

    private static StaticSite hostTheBareClient() {
        return new StaticSite(Server.otherOriginPort()).serve("/", StaticSite.resources("/bare-client/"));
    }

    private static URI bareAddress(StaticSite site, String roomName) {
        String server = URLEncoder.encode(Server.signaling().toString(), StandardCharsets.UTF_8);
        return site.address().resolve("page.html?room=" + roomName + "&server=" + server);
    }
}
