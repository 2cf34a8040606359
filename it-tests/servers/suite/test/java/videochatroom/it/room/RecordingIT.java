package videochatroom.it.room;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Looks;
import videochatroom.it.support.Patience;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;

/** A recording is asked for, seen by both for as long as it runs, and kept by the one who made it alone. */
@Tag("browser")
class RecordingIT extends DeployedWar {

    private static final String NO_FILES = "delete window.showSaveFilePicker;";

    /** A file that the test can look into, in place of the one that a person chooses. */
    private static final String CHOOSES = """
            window.showSaveFilePicker = async ({ suggestedName }) => {
              window.__chosen = suggestedName;
              return (await navigator.storage.getDirectory()).getFileHandle("chosen.webm", { create: true });
            };
            """;

    /** What a file shows in the middle of its upper left part and in its lower right corner, and how long it is. */
    private static final String WATCH = """
            const done = arguments[0];
            (async () => {
              const root = await navigator.storage.getDirectory();
              const file = await (await root.getFileHandle("chosen.webm")).getFile();
              const video = Object.assign(document.createElement("video"), { muted: true, src: URL.createObjectURL(file) });
              await video.play();
              const canvas = Object.assign(document.createElement("canvas"), { width: 128, height: 72 });
              const context = canvas.getContext("2d");
              context.drawImage(video, 0, 0, 128, 72);
              const color = (x, y) => [...context.getImageData(x, y, 1, 1).data].slice(0, 3);
              const sound = await new AudioContext().decodeAudioData(await file.arrayBuffer()).catch(() => null);
              return { large: color(40, 20), small: color(103, 53), seconds: sound?.duration ?? 0 };
            })().then(done, (error) => done({ error: String(error) }));
            """;

    private static final String FILE_SIZE = """
            const done = arguments[0];
            navigator.storage.getDirectory()
              .then((root) => root.getFileHandle("chosen.webm"))
              .then((handle) => handle.getFile())
              .then(({ size }) => done(size), () => done(-1));
            """;

    @RegisterExtension
    final People people = new People();

    @Test
    void bothSeeItAndBothAreInIt() {
        Person alice = looksIntoFiles();
        RoomPage alices = RoomPage.open(alice, "recording-both");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "recording-both");
        bobs.is("connected").sees(Looks.ALICE);
        alices.is("connected").sees(Looks.BOB).hears(Looks.BOB);

        alices.pressInMenu("Record").press("Ask and record").shows("the question go", badge("is being asked"));
        bobs.shows("the question", question("would like to record this call")).press("Allow");
        alices.shows("what it does", badge("You are recording this call"));
        bobs.shows("what the other one does", badge("is recording this call"));
        // long enough to have frames of both
        alices.seesThePictureMove().seesThePictureMove().press("Stop recording").hasSaid("recording is saved");
        bobs.shows("the end of it", "!" + badge("is recording this call"));

        Map<?, ?> seen = watch(alice);
        assertEquals(Looks.BOB, looks(seen, "large"), seen::toString);
        assertEquals(Looks.ALICE, looks(seen, "small"), seen::toString);
        assertTrue(((Number) seen.get("seconds")).doubleValue() > 0.3, seen::toString);
        assertTrue(
                String.valueOf(alice.browser().executeScript("return __chosen"))
                        .matches("recording-both \\d{4}-\\d\\d-\\d\\d-\\d\\d-\\d\\d\\.webm"),
                "the file's name");
    }

    @Test
    void onesOwnSideAloneHasNobodyElseInIt() {
        Person alice = looksIntoFiles();
        RoomPage alices = RoomPage.open(alice, "recording-own");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "recording-own");
        bobs.is("connected").sees(Looks.ALICE);
        alices.is("connected").sees(Looks.BOB).pressInMenu("Record").flick("Only what you send");
        alices.press("Ask and record");
        bobs.shows("that he is not in it", question("nothing of yours")).press("Allow");
        bobs.shows("what the other one does", badge("is recording"));
        alices.seesThePictureMove().seesThePictureMove().press("Stop recording").hasSaid("recording is saved");
        bobs.shows("the end of it", "!" + badge("is recording"));

        Map<?, ?> seen = watch(alice);
        assertEquals(Looks.ALICE, looks(seen, "large"), seen::toString);
        assertTrue(((Number) seen.get("seconds")).doubleValue() > 0.3, seen::toString);
    }

    @Test
    void whoeverIsAskedMayDecline() {
        Person alice = people.sitDown(Looks.ALICE);
        alice.runInEveryPage(CHOOSES);
        RoomPage alices = RoomPage.open(alice, "recording-declined");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "recording-declined");
        bobs.is("connected");
        alices.is("connected").pressInMenu("Record").press("Ask and record");
        bobs.shows("the question", question("would like to record")).press("Decline");
        alices.hasSaid("does not want to be recorded").shows("nothing of it", "!" + badge(""));
        bobs.shows("nothing of it", "!" + badge(""));
        Patience.until(
                "the empty file to be gone",
                () -> Long.valueOf(-1).equals(alice.browser().executeAsyncScript(FILE_SIZE)),
                () -> alice.browser().executeAsyncScript(FILE_SIZE));

        // and may be asked again
        alices.pressInMenu("Record").press("Ask and record");
        bobs.shows("the question", question("would like to record"));
        alices.press("Do not ask");
        bobs.shows("no question", "!document.querySelector('recording-question dialog').open");
    }

    @Test
    void consentCanBeTakenBack(@TempDir Path directory) {
        Person alice = savesTo(directory);
        RoomPage alices = RoomPage.open(alice, "recording-withdrawn");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "recording-withdrawn");
        bobs.is("connected").sees(Looks.ALICE);
        alices.is("connected").sees(Looks.BOB).pressInMenu("Record").press("Ask and record");
        bobs.press("Allow").shows("it run", badge("is recording this call"));
        alices.shows("it run", badge("You are recording")).seesThePictureMove();
        bobs.press("No longer allow it").shows("nothing of it", "!" + badge(""));
        alices.hasSaid("no longer allows it").shows("nothing of it", "!" + badge(""));
        isSaved(directory);
    }

    @Test
    void itEndsWithTheCall(@TempDir Path directory) {
        Person alice = savesTo(directory);
        RoomPage alices = RoomPage.open(alice, "recording-ended");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "recording-ended");
        bobs.is("connected");
        alices.is("connected").sees(Looks.BOB).pressInMenu("Record").press("Ask and record");
        bobs.press("Allow");
        alices.shows("it run", badge("You are recording")).seesThePictureMove();
        bobs.press("Hang up").is("hung-up");
        alices.is("waiting").shows("nothing of it", "!" + badge(""));
        isSaved(directory);
    }

    private Person looksIntoFiles() {
        Person person = people.sitDown(Looks.ALICE);
        person.runInEveryPage(CHOOSES);
        // the page's own policy lets no page play a file
        person.browser().executeCdpCommand("Page.setBypassCSP", Map.of("enabled", true));
        return person;
    }

    private static Map<?, ?> watch(Person person) {
        return (Map<?, ?>) requireNonNull(person.browser().executeAsyncScript(WATCH));
    }

    private Person savesTo(Path directory) {
        Person person = people.sitDown(Looks.ALICE);
        person.runInEveryPage(NO_FILES);
        person.browser()
                .executeCdpCommand(
                        "Browser.setDownloadBehavior",
                        Map.of("behavior", "allow", "downloadPath", directory.toString()));
        return person;
    }

    private static void isSaved(Path directory) {
        Patience.until("the file to be saved", () -> saved(directory).size() == 1, () -> saved(directory));
        assertFalse(saved(directory).get(0).getFileName().toString().isEmpty());
    }

    private static List<Path> saved(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file ->
                            file.toString().endsWith(".webm") && file.toFile().length() > 1_000)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Looks looks(Map<?, ?> seen, String part) {
        List<?> rgb = (List<?>) requireNonNull(seen.get(part), seen::toString);
        return Looks.ofColor(new java.awt.Color(number(rgb, 0), number(rgb, 1), number(rgb, 2)));
    }

    private static int number(List<?> rgb, int at) {
        return ((Number) rgb.get(at)).intValue();
    }

    private static String badge(String part) {
        return "[...document.querySelectorAll('.recording-line:not([hidden])')].some((line) => line.innerText.includes('"
                + part + "'))";
    }

    private static String question(String part) {
        return "(document.querySelector('recording-question dialog[open]')?.innerText ?? '').includes('" + part + "')";
    }
}
