package videochatroom.it.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.ChatPanel;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.Server;
import videochatroom.it.support.StaticSite;
import videochatroom.it.support.TestIdentity;

/** A call whose one browser refuses much of what the page would like to use, as with blocked cookies or in a frame. */
@Tag("browser")
class RefusalsIT extends DeployedWar {

    /** What throws, what is not there, what never answers, and what rejects. */
    private static final String REFUSE = """
            const refuse = () => { throw new DOMException("The operation is insecure.", "SecurityError"); };
            const put = (owner, name, property) =>
              Object.defineProperty(owner, name, { configurable: true, ...property });
            put(window, "localStorage", { get: refuse });
            put(window, "sessionStorage", { get: refuse });
            put(window, "BroadcastChannel", { value: class { constructor() { refuse(); } } });
            put(navigator, "locks", { value: undefined });
            put(navigator, "clipboard", { value: undefined });
            if (navigator.storage) put(navigator.storage, "getDirectory", { value: () => new Promise(() => {}) });
            if (navigator.wakeLock) put(navigator.wakeLock, "request", { value: async () => refuse() });
            """;

    private static final int SIZE = 3 * 1_048_576 + 5;

    @RegisterExtension
    final People people = new People();

    @Test
    void aCallWithChatAndFilesWorksWithoutSixThings(@TempDir Path directory) throws IOException {
        Person alice = people.start(TestIdentity.ALICE);
        Person bob = people.start(TestIdentity.BOB);
        alice.runInEveryPage(REFUSE);
        RoomPage bobs = RoomPage.open(bob, "refusals").is("waiting");
        RoomPage alices = RoomPage.open(alice, "refusals").is("connected").sees(TestIdentity.BOB);
        bobs.is("connected").sees(TestIdentity.ALICE).hears(TestIdentity.ALICE);
        alices.hears(TestIdentity.BOB);

        ChatPanel alicesChat = ChatPanel.open(alice).write("without storage").isDelivered();
        ChatPanel bobsChat =
                ChatPanel.openUnread(bob, 1).reads("without storage").write("and with it");
        alicesChat.reads("without storage", "and with it");

        bobsChat.send(file(directory.resolve("to-alice.bin")));
        alicesChat.hasFile("offered");
        alices.press("Accept to-alice.bin");
        alicesChat.hasFile("complete");
        bobsChat.hasFile("complete");
        alicesChat.send(file(directory.resolve("to-bob.bin")));
        bobs.press("Accept to-bob.bin");
        bobsChat.hasFile("complete");
        alicesChat.hasFile("complete");

        bobs.press("Hang up").is("hung-up");
        alices.is("waiting").press("Copy link").hasSaid("did not allow copying");
        bobs.press("Join again").is("connected");
        alices.is("connected").sees(TestIdentity.BOB);
        assertEquals(
                List.of(),
                alice.console().stream()
                        .filter(line -> line.contains("Uncaught"))
                        .toList(),
                "exceptions that nobody expects");
    }

    /** A document's own window is for pages that are in no frame. */
    @Test
    void inAFrameThePictureFloatsByItself() {
        Person alice = people.start(TestIdentity.ALICE);
        try (StaticSite site = new StaticSite(Server.otherOriginPort())) {
            site.serve(
                    "/",
                    StaticSite.text("<iframe allow='camera; microphone' width='900' height='700' src='"
                            + Server.base().resolve("refusals-framed") + "'></iframe>"));
            alice.open(site.address());
            alice.browser().switchTo().frame(0);
            RoomPage alices = RoomPage.of(alice).join().is("waiting");
            RoomPage.open(people.start(TestIdentity.BOB), "refusals-framed").is("connected");
            alices.is("connected")
                    .sees(TestIdentity.BOB)
                    .pressInMenu("Picture in picture")
                    .shows("the picture floating", "document.pictureInPictureElement?.id === 'remote-video'")
                    .pressInMenu("Picture in picture")
                    .shows("the picture in its place", "document.pictureInPictureElement === null");
            alice.browser().switchTo().defaultContent();
        }
    }

    private static Path file(Path file) throws IOException {
        byte[] bytes = new byte[SIZE];
        new Random(SIZE).nextBytes(bytes);
        return Files.write(file, bytes);
    }
}
