package videochatroom.it.room;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.LocalTracks;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.TestIdentity;

/** A recording of what somebody sends contains what is sent, at each moment, and nothing else is captured for it. */
@Tag("browser")
class RecordingContentIT extends DeployedWar {

    /** Replaces the file picker, and keeps what is downloaded, in the page's private file system. */
    private static final String READABLE_FILES = """
            window.showSaveFilePicker = async () =>
              (await navigator.storage.getDirectory()).getFileHandle("chosen.webm", { create: true });
            HTMLAnchorElement.prototype.click = async function () {
              const content = await (await fetch(this.href)).blob();
              const handle = await (await navigator.storage.getDirectory()).getFileHandle("chosen.webm", { create: true });
              const stream = await handle.createWritable();
              await stream.write(content);
              await stream.close();
              window.__downloaded = this.download;
            };
            """;

    /** Length in seconds; loudness and colour at the beginning and at the end. */
    private static final String PLAY = """
            const done = arguments[0];
            (async () => {
              const root = await navigator.storage.getDirectory();
              const file = await (await root.getFileHandle("chosen.webm")).getFile();
              const video = Object.assign(document.createElement("video"), { muted: true, src: URL.createObjectURL(file) });
              await new Promise((resolve, reject) => Object.assign(video, { onloadeddata: resolve, onerror: reject }));
              const context = document.createElement("canvas").getContext("2d");
              const colourAt = async (time) => {
                await new Promise((resolve) => { video.onseeked = resolve; video.currentTime = time; });
                context.drawImage(video, 0, 0, 128, 72);
                return [...context.getImageData(40, 20, 1, 1).data].slice(0, 3);
              };
              const sound = await new AudioContext().decodeAudioData(await file.arrayBuffer());
              const samples = sound.getChannelData(0);
              const loudness = (from, to) => {
                const part = samples.subarray(from * sound.sampleRate, to * sound.sampleRate);
                return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
              };
              const seconds = video.duration;
              return {
                seconds,
                begin: await colourAt(0.5),
                end: await colourAt(seconds - 0.3),
                loudAtBegin: loudness(0.2, 1.2),
                loudAtEnd: loudness(sound.duration - 1.3, sound.duration - 0.3),
              };
            })().then(done, (error) => done({ error: String(error) }));
            """;

    @RegisterExtension
    final People people = new People();

    @Test
    void whatIsMutedOrOffIsNotInIt() {
        Person alice = alice();
        RoomPage alices = recordingOwnSide(alice, "content-muted");
        alices.press("Mute microphone")
                .press("Turn camera off")
                .shows("that the camera is closed", LocalTracks.live("camera") + " === 0")
                .runScript("window.__offAt = performance.now()")
                .shows("two seconds more", "performance.now() - window.__offAt > 2000")
                .press("Stop recording")
                .hasSaid("recording is saved");

        Map<?, ?> seen = play(alice);
        assertEquals(TestIdentity.ALICE, identity(seen, "begin"), seen::toString);
        assertTrue(number(seen, "loudAtBegin") > 0.01, seen::toString);
        assertTrue(colour(seen, "end").stream().allMatch(part -> part < 16), seen::toString);
        assertTrue(number(seen, "loudAtEnd") < 0.001, seen::toString);
        assertTrue(number(seen, "seconds") > 4, seen::toString);
    }

    @Test
    void nothingOfAScreenIsCapturedAfterItsSharing() {
        Person alice = alice();
        RoomPage alices = recordingOwnSide(alice, "content-screen");
        alices.press("Share screen")
                .hasPressed("Share screen", true)
                .shows("that the screen is captured", LocalTracks.live("screen") + " > 0")
                .press("Share screen")
                .hasPressed("Share screen", false)
                .shows("that no screen is captured", LocalTracks.live("screen") + " === 0")
                .shows("that the camera is back", LocalTracks.live("camera") + " === 1")
                .press("Stop recording")
                .hasSaid("recording is saved");
        assertEquals(TestIdentity.ALICE, identity(play(alice), "begin"));
    }

    @Test
    void whatWasRecordedBeforeAReloadIsStillThere() {
        Person alice = alice();
        RoomPage alices = recordingOwnSide(alice, "content-reload");
        alices.reload()
                .is("connected")
                .shows("the offer", "document.querySelector('recording-rescue') !== null")
                .press("Save the recording")
                .shows("the download", "(window.__downloaded ?? '').startsWith('content-reload')")
                .shows("no offer", "document.querySelector('recording-rescue') === null");
        Map<?, ?> seen = play(alice);
        assertEquals(TestIdentity.ALICE, identity(seen, "begin"), seen::toString);
        assertTrue(number(seen, "seconds") > 1, seen::toString);

        // the browser may still ask whether it may download anything: the recording is there until it is deleted
        alices.reload()
                .is("connected")
                .press("Delete it")
                .shows("that it is gone", "!('video-chat-room:recordings' in sessionStorage)");
        alices.reload().is("connected").shows("no offer", "document.querySelector('recording-rescue') === null");
    }

    private Person alice() {
        Person person = people.start(TestIdentity.ALICE);
        person.runInEveryPage(READABLE_FILES);
        person.runInEveryPage(LocalTracks.WATCHED);
        // the page's Content-Security-Policy does not allow blob: addresses as media
        person.browser().executeCdpCommand("Page.setBypassCSP", Map.of("enabled", true));
        return person;
    }

    private RoomPage recordingOwnSide(Person alice, String room) {
        RoomPage alices = RoomPage.open(alice, room);
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), room);
        bobs.is("connected").sees(TestIdentity.ALICE);
        alices.is("connected").sees(TestIdentity.BOB).pressInMenu("Record").toggle("Only what you send");
        alices.press("Ask and record");
        bobs.press("Allow");
        return alices.shows(
                        "the badge",
                        "document.querySelector('recording-badge')?.innerText.includes('You are recording')")
                .runScript("window.__recordingAt = performance.now()")
                .shows("two seconds of it", "performance.now() - window.__recordingAt > 2000");
    }

    private static Map<?, ?> play(Person person) {
        return (Map<?, ?>) requireNonNull(person.browser().executeAsyncScript(PLAY));
    }

    private static TestIdentity identity(Map<?, ?> seen, String part) {
        List<Integer> rgb = colour(seen, part);
        return TestIdentity.closestTo(new java.awt.Color(rgb.get(0), rgb.get(1), rgb.get(2)));
    }

    private static List<Integer> colour(Map<?, ?> seen, String part) {
        return ((List<?>) requireNonNull(seen.get(part), seen::toString))
                .stream().map(value -> ((Number) value).intValue()).toList();
    }

    private static double number(Map<?, ?> seen, String part) {
        return ((Number) requireNonNull(seen.get(part), seen::toString)).doubleValue();
    }
}
