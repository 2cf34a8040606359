package videochatroom.it.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.ChatPanel;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Await;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.Project;
import videochatroom.it.support.TestIdentity;

/** Messages and files arrive once, in order and unchanged, also when pages are reloaded. */
@Tag("browser")
class ChatIT extends DeployedWar {

    private static final String MARKUP = "<img src=x onerror=document.title='hacked'>";
    private static final int SIZE = 40 * 1_048_576 + 7;

    private static final String PICTURE = "[...document.querySelectorAll('file-card img')].at(-1)";

    @RegisterExtension
    final People people = new People();

    @Test
    void linesArriveOnceInOrderAndAsTextAlsoAfterReloads() {
        Person alice = people.start(TestIdentity.ALICE);
        Person bob = people.start(TestIdentity.BOB);
        RoomPage alices = RoomPage.open(alice, "chat-lines");
        RoomPage bobs = RoomPage.open(bob, "chat-lines");
        alices.is("connected");
        bobs.is("connected");

        ChatPanel alicesChat = ChatPanel.open(alice).write(MARKUP).write("see https://example.org/a.");
        bobs.says("The other person writes: see https://example.org/a.");
        ChatPanel bobsChat = ChatPanel.openUnread(bob, 2).reads(MARKUP, "see https://example.org/a.");
        assertEquals(0, bobsChat.count("img"), "images made from markup");
        assertEquals("https://example.org/a noopener noreferrer", bobsChat.link());
        assertFalse(String.valueOf(bob.browser().getTitle()).contains("hacked"), "a script in a message ran");
        bobsChat.write("Hello");
        alicesChat.reads(MARKUP, "see https://example.org/a.", "Hello").isDelivered();
        bob.screenshot(Project.target("screenshots", "chat-bob.png"));

        alices.reload().is("connected");
        ChatPanel.open(alice)
                .reads(MARKUP, "see https://example.org/a.", "Hello")
                .write("back again")
                .isDelivered();
        bobs.reload().is("connected");
        ChatPanel.open(bob).reads(MARKUP, "see https://example.org/a.", "Hello", "back again");
        bobs.press("Hang up").is("hung-up").press("Join again").is("connected");
        bobsChat.reads();
    }

    /** Thirty kilobytes can be a gigabyte when they are decoded. */
    @Test
    void aPictureThatIsTooLargeIsOnlyACard(@TempDir Path directory) throws IOException {
        Person alice = people.start(TestIdentity.ALICE);
        Person bob = people.start(TestIdentity.BOB);
        RoomPage alices = RoomPage.open(alice, "chat-pictures");
        RoomPage bobs = RoomPage.open(bob, "chat-pictures").is("connected");
        alices.is("connected");

        ChatPanel.open(alice).write("look").send(picture(directory.resolve("photo.png"), 1600, 1200));
        ChatPanel bobsChat = ChatPanel.openUnread(bob, 2).hasFile("complete");
        bobs.shows("a small copy", PICTURE + ".naturalWidth === 640 && !" + PICTURE + ".hidden");
        ChatPanel.open(alice).send(picture(directory.resolve("bomb.png"), 16_000, 16_000));
        bobs.shows("two files", "document.querySelectorAll('file-card').length === 2");
        bobsChat.hasFile("complete");
        bobs.shows("its name", "[...document.querySelectorAll('file-card')].at(-1).innerText.includes('bomb.png')")
                .shows("no picture", PICTURE + ".hidden && " + PICTURE + ".getAttribute('src') === null");
        alices.shows("none on the own side", PICTURE + ".hidden");
    }

    private static Path picture(Path file, int width, int height) throws IOException {
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", file.toFile());
        return file;
    }

    @Test
    void aFileArrivesUnchangedAlthoughBothPagesReload(@TempDir Path directory) throws IOException {
        Person alice = people.start(TestIdentity.ALICE);
        Person bob = people.start(TestIdentity.BOB);
        RoomPage alices = RoomPage.open(alice, "chat-file");
        RoomPage bobs = RoomPage.open(bob, "chat-file");
        alices.is("connected");
        bobs.is("connected");
        byte[] bytes = new byte[SIZE];
        new Random(SIZE).nextBytes(bytes);
        Path file = Files.write(directory.resolve("holiday film.bin"), bytes);
        Path saved = Files.createDirectory(directory.resolve("saved"));

        ChatPanel.open(alice).write("here it is").send(file).hasStored(SIZE);
        ChatPanel bobsChat = ChatPanel.openUnread(bob, 2).hasFile("offered");
        bobs.press("Accept holiday film.bin");
        bobsChat.hasMoreThan(0.1);

        bobs.reload().is("connected");
        bob.saveDownloadsTo(saved);
        ChatPanel.open(bob).hasMoreThan(0.3);
        alices.reload().is("connected");
        ChatPanel alicesChat = ChatPanel.open(alice).hasFile("complete");
        bobsChat.hasFile("complete");

        Path there = saved.resolve("holiday film.bin");
        Await.until(
                "bob to have saved the file",
                () -> Files.exists(there) && there.toFile().length() == SIZE,
                () -> Arrays.toString(saved.toFile().list()));
        assertEquals(-1, Files.mismatch(file, there), "position of the first difference");
        assertEquals(1, alicesChat.count("file-card"));
        bob.screenshot(Project.target("screenshots", "chat-file-bob.png"));
    }
}
