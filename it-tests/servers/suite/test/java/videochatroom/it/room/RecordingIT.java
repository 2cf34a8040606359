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
import org.openqa.selenium.interactions.Actions;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.HostileClient;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Await;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.TestIdentity;

/** A recording needs consent, is visible to both while it runs, and stays with the person who made it. */
@Tag("browser")
class RecordingIT extends DeployedWar {

    private static final String WITHOUT_FILE_PICKER = "delete window.showSaveFilePicker;";

    /** Replaces the file picker by a file of the page's private file system, which the test can read. */
    private static final String FILE_PICKER = """
            window.showSaveFilePicker = async ({ suggestedName }) => {
              window.__chosen = suggestedName;
              return (await navigator.storage.getDirectory()).getFileHandle("chosen.webm", { create: true });
            };
            """;

    /** The colours of the large picture and of the small one in its lower right corner, and the length of the sound. */
    private static final String PLAY = """
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

    /** How many questions were shown, and how long the first one could not be answered, in milliseconds. */
    private static final String WATCH_QUESTIONS = """
            let since = null;
            setInterval(() => {
              const question = document.querySelector("recording-question");
              const isShown = question !== null && !question.hidden;
              if (isShown && since === null) {
                since = performance.now();
                window.__shown = (window.__shown ?? 0) + 1;
              }
              if (!isShown) since = null;
              if (isShown && !question.querySelector("button").disabled) window.__pressableAfter ??= performance.now() - since;
            }, 5);
            """;

    @RegisterExtension
    final People people = new People();

    @Test
    void bothSeeTheRecordingAndAreInIt() {
        Person alice = aliceWithReadableFile();
        RoomPage alices = RoomPage.open(alice, "recording-both");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "recording-both");
        bobs.is("connected").sees(TestIdentity.ALICE);
        alices.is("connected").sees(TestIdentity.BOB).hears(TestIdentity.BOB);

        alices.pressInMenu("Record").press("Ask and record").shows("the question go", badge("is being asked"));
        bobs.shows("the question", question("would like to record this call")).press("Allow");
        alices.shows("the own badge", badge("You are recording this call"));
        bobs.shows("the badge", badge("is recording this call"));
        // long enough to contain frames of both
        alices.seesMotion().seesMotion().press("Stop recording").hasSaid("recording is saved");
        bobs.shows("no badge", "!" + badge("is recording this call"));

        Map<?, ?> seen = play(alice);
        assertEquals(TestIdentity.BOB, identityIn(seen, "large"), seen::toString);
        assertEquals(TestIdentity.ALICE, identityIn(seen, "small"), seen::toString);
        assertTrue(((Number) seen.get("seconds")).doubleValue() > 0.3, seen::toString);
        assertTrue(
                String.valueOf(alice.browser().executeScript("return __chosen"))
                        .matches("recording-both \\d{4}-\\d\\d-\\d\\d-\\d\\d-\\d\\d\\.webm"),
                "the file's name");
    }

    @Test
    void aRecordingOfTheOwnSideContainsNobodyElse() {
        Person alice = aliceWithReadableFile();
        RoomPage alices = RoomPage.open(alice, "recording-own");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "recording-own");
        bobs.is("connected").sees(TestIdentity.ALICE);
        alices.is("connected").sees(TestIdentity.BOB).pressInMenu("Record").toggle("Only what you send");
        alices.press("Ask and record");
        bobs.shows("that bob is not recorded", question("nothing of yours")).press("Allow");
        bobs.shows("the badge", badge("is recording"));
        alices.seesMotion().seesMotion().press("Stop recording").hasSaid("recording is saved");
        bobs.shows("no badge", "!" + badge("is recording"));

        Map<?, ?> seen = play(alice);
        assertEquals(TestIdentity.ALICE, identityIn(seen, "large"), seen::toString);
        assertTrue(((Number) seen.get("seconds")).doubleValue() > 0.3, seen::toString);
    }

    @Test
    void theOtherMayDecline() {
        Person alice = people.start(TestIdentity.ALICE);
        alice.runInEveryPage(FILE_PICKER);
        RoomPage alices = RoomPage.open(alice, "recording-declined");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "recording-declined");
        bobs.is("connected");
        alices.is("connected").pressInMenu("Record").press("Ask and record");
        bobs.shows("the question", question("would like to record")).press("Decline");
        alices.hasSaid("does not want to be recorded").shows("no badge", "!" + badge(""));
        bobs.shows("no badge", "!" + badge(""));
        Await.until(
                "the empty file to be gone",
                () -> Long.valueOf(-1).equals(alice.browser().executeAsyncScript(FILE_SIZE)),
                () -> alice.browser().executeAsyncScript(FILE_SIZE));

        // alice may ask again
        alices.pressInMenu("Record").press("Ask and record");
        bobs.shows("the question", question("would like to record"));
        alices.press("Do not ask");
        bobs.shows("no question", "document.querySelector('recording-question').hidden");
    }

    /** A press that was meant for something else must not answer. */
    @Test
    void aQuestionTakesNoAnswerInItsFirstSecondAndKeepsAwayFromThePointer() {
        Person alice = people.start(TestIdentity.ALICE);
        var hostile = new HostileClient(alice);
        Person bob = people.start(TestIdentity.BOB);
        bob.runInEveryPage(WATCH_QUESTIONS);
        RoomPage.open(alice, "recording-early");
        RoomPage bobs = RoomPage.open(bob, "recording-early").is("connected").sees(TestIdentity.ALICE);
        hostile.hasChannel("state");
        // the pointer rests where a question comes up
        new Actions(bob.browser()).moveToLocation(640, 150).perform();
        hostile.asksToRecord(1, "call");
        bobs.shows("the question", question("would like to record this call"))
                .shows("that it could be answered after a second", "window.__pressableAfter >= 990")
                .shows("that the pointer is elsewhere", """
                        (() => {
                          const { left, right, top, bottom } = document.querySelector("recording-question .card").getBoundingClientRect();
                          return !(640 >= left && 640 <= right && 150 >= top && 150 <= bottom);
                        })()""")
                .shows("that nothing covers Hang up", """
                        (() => {
                          const button = document.querySelector("button[title='Hang up']");
                          const { left, top, width, height } = button.getBoundingClientRect();
                          return button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
                        })()""");
        bobs.press("Allow");
    }

    @Test
    void anAnswerBelongsToTheQuestionThatWasShown() {
        Person alice = people.start(TestIdentity.ALICE);
        var hostile = new HostileClient(alice);
        Person bob = people.start(TestIdentity.BOB);
        bob.runInEveryPage(WATCH_QUESTIONS);
        RoomPage.open(alice, "recording-swapped");
        RoomPage bobs = RoomPage.open(bob, "recording-swapped").is("connected").sees(TestIdentity.ALICE);
        hostile.hasChannel("state");
        hostile.asksToRecord(1, "own");
        bobs.shows("the question", question("nothing of yours"))
                .shows("that it can be answered", "window.__pressableAfter > 0");
        // another question in its place, with the same number
        hostile.asksToRecord(1, "call");
        bobs.shows("that it is closed", "document.querySelector('recording-question').hidden");
        // the other one comes up later, by itself, and is read anew
        bobs.shows("the other question", question("Your picture and your sound"))
                .shows("that it was shown twice", "window.__shown === 2");
        bobs.press("Decline").shows("no question", "document.querySelector('recording-question').hidden");
    }

    @Test
    void questionsWithoutEndAreNotShown() {
        Person alice = people.start(TestIdentity.ALICE);
        var hostile = new HostileClient(alice);
        Person bob = people.start(TestIdentity.BOB);
        bob.runInEveryPage(WATCH_QUESTIONS);
        RoomPage.open(alice, "recording-nagging");
        RoomPage bobs = RoomPage.open(bob, "recording-nagging").is("connected").sees(TestIdentity.ALICE);
        hostile.hasChannel("state");
        for (int number = 1; number <= 30; number++) {
            hostile.asksToRecord(number, "call");
            hostile.announces("{ name: 'Mallory " + number + "' }");
        }
        bobs.readsOnRemotePicture("Mallory 30").shows("at most one question", "(window.__shown ?? 0) <= 1");
        hostile.asksToRecord(31, "call");
        bobs.shows("the last question after a pause", question("would like to record"))
                .press("Decline");
        hostile.asksToRecord(32, "call");
        bobs.shows("another one after a longer pause", question("would like to record"))
                .press("Don’t ask again in this call");
        int shown = ((Number) requireNonNull(bob.browser().executeScript("return window.__shown"))).intValue();
        hostile.asksToRecord(33, "call");
        hears(alice, "window.__answer?.number === 33");
        bobs.shows("no question", "document.querySelector('recording-question').hidden")
                .shows("none more", "window.__shown === " + shown);

        // a reload is the same call
        bobs.reload().is("connected");
        hostile.hasChannel("state");
        hostile.asksToRecord(34, "call");
        hears(alice, "window.__answer?.number === 34");
        bobs.shows("no question", "(window.__shown ?? 0) === 0");
        // the next one is another
        bobs.press("Hang up").is("hung-up").press("Join again").is("connected");
        hostile.hasChannel("state");
        hostile.asksToRecord(35, "call");
        bobs.shows("the question", question("would like to record"));
    }

    @Test
    void anAnswerEndsWithTheQuestion() {
        Person alice = people.start(TestIdentity.ALICE);
        var hostile = new HostileClient(alice);
        RoomPage.open(alice, "recording-again");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "recording-again")
                .is("connected")
                .sees(TestIdentity.ALICE);
        hostile.hasChannel("state");
        hostile.asksToRecord(1, "call");
        bobs.shows("the question", question("would like to record")).press("Allow");
        hears(alice, "window.__answer?.allowed === true");
        hostile.announces("{}");
        hears(alice, "window.__answer === null");
        // the very same question
        hostile.asksToRecord(1, "call");
        bobs.shows("the question", question("would like to record"));
    }

    private static void hears(Person person, String expression) {
        Await.until(
                expression,
                () -> Boolean.TRUE.equals(person.browser().executeScript("return " + expression)),
                () -> person.browser().executeScript("return JSON.stringify(window.__answer ?? null)"));
    }

    @Test
    void consentCanBeWithdrawn(@TempDir Path directory) {
        Person alice = aliceSavingTo(directory);
        RoomPage alices = RoomPage.open(alice, "recording-withdrawn");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "recording-withdrawn");
        bobs.is("connected").sees(TestIdentity.ALICE);
        alices.is("connected").sees(TestIdentity.BOB).pressInMenu("Record").press("Ask and record");
        bobs.press("Allow").shows("the badge", badge("is recording this call"));
        alices.shows("the own badge", badge("You are recording")).seesMotion();
        bobs.press("No longer allow it").shows("no badge", "!" + badge(""));
        alices.hasSaid("no longer allows it").shows("no badge", "!" + badge(""));
        assertSaved(directory);
    }

    @Test
    void itEndsWithTheCall(@TempDir Path directory) {
        Person alice = aliceSavingTo(directory);
        RoomPage alices = RoomPage.open(alice, "recording-ended");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "recording-ended");
        bobs.is("connected");
        alices.is("connected").sees(TestIdentity.BOB).pressInMenu("Record").press("Ask and record");
        bobs.press("Allow");
        alices.shows("the own badge", badge("You are recording")).seesMotion();
        bobs.press("Hang up").is("hung-up");
        alices.is("waiting").shows("no badge", "!" + badge(""));
        assertSaved(directory);
    }

    private Person aliceWithReadableFile() {
        Person person = people.start(TestIdentity.ALICE);
        person.runInEveryPage(FILE_PICKER);
        // the page's Content-Security-Policy does not allow blob: addresses as media
        person.browser().executeCdpCommand("Page.setBypassCSP", Map.of("enabled", true));
        return person;
    }

    private static Map<?, ?> play(Person person) {
        return (Map<?, ?>) requireNonNull(person.browser().executeAsyncScript(PLAY));
    }

    private Person aliceSavingTo(Path directory) {
        Person person = people.start(TestIdentity.ALICE);
        person.runInEveryPage(WITHOUT_FILE_PICKER);
        person.saveDownloadsTo(directory);
        return person;
    }

    private static void assertSaved(Path directory) {
        Await.until("the file to be saved", () -> saved(directory).size() == 1, () -> saved(directory));
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

    private static TestIdentity identityIn(Map<?, ?> seen, String part) {
        List<?> rgb = (List<?>) requireNonNull(seen.get(part), seen::toString);
        return TestIdentity.closestTo(new java.awt.Color(number(rgb, 0), number(rgb, 1), number(rgb, 2)));
    }

    private static int number(List<?> rgb, int at) {
        return ((Number) rgb.get(at)).intValue();
    }

    private static String badge(String part) {
        return "[...document.querySelectorAll('.recording-line:not([hidden])')].some((line) => line.innerText.includes('"
                + part + "'))";
    }

    private static String question(String part) {
        return "(document.querySelector('recording-question:not([hidden])')?.innerText ?? '').includes('" + part + "')";
    }
}
