package videochatroom.it.room;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Await;
import videochatroom.it.support.BrowserOptions;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.TestIdentity;

/** The quality of the call is shown, and either side can limit it for both. */
@Tag("browser")
class QualityIT extends DeployedWar {

    /**
     * The incoming bit rate since the last call in kbit/s, with all headers; -1 if the last call was less than two
     * seconds ago.
     */
    private static final String INCOMING = """
            const [kind, done] = arguments;
            (async () => {
              const report = [...(await __connections.at(-1).getStats()).values()];
              const sum = (names) => report
                .filter((one) => one.type === "inbound-rtp" && (kind === "" || one.kind === kind))
                .reduce((bytes, one) => bytes + names.reduce((all, name) => all + one[name], 0), 0);
              // IP and UDP add 28 bytes to a packet
              const bytes = sum(["bytesReceived", "headerBytesReceived"]) + 28 * sum(["packetsReceived"]);
              const before = window.__incoming ?? { bytes, at: performance.now() };
              const seconds = (performance.now() - before.at) / 1000;
              if (window.__incoming && seconds < 2) return -1;
              window.__incoming = { bytes, at: performance.now() };
              return seconds < 2 ? -1 : (bytes - before.bytes) * 8 / 1000 / seconds;
            })().then(done, () => done(-1));
            """;

    private static final String HEIGHT = "document.querySelector('#remote-video').videoHeight";

    @RegisterExtension
    final People people = new People();

    @Test
    void savingDataReducesWhatBothSend() {
        Person alice = people.start(BrowserOptions.of(TestIdentity.ALICE).withGoodCamera());
        Person bob = people.start(BrowserOptions.of(TestIdentity.BOB).withGoodCamera());
        RoomPage alices = RoomPage.open(alice, "quality-saver");
        RoomPage bobs = RoomPage.open(bob, "quality-saver");
        alices.is("connected").sees(TestIdentity.BOB).shows("the whole picture", HEIGHT + " > 240");
        bobs.is("connected").sees(TestIdentity.ALICE).shows("the whole picture", HEIGHT + " > 240");
        String before = alice.sdpOrigin();

        alices.pressInMenu("Settings").choose("Data use", "Save data");
        bobs.hasSaid("saves data").shows("a small picture", HEIGHT + " === 240").seesMotion();
        alices.shows("a small picture too", HEIGHT + " === 240").seesMotion();
        assertReceivesAtMost(bob, 150);
        assertReceivesAtMost(alice, 150);
        bobs.hears(TestIdentity.ALICE).sees(TestIdentity.ALICE);
        assertEquals(before, alice.sdpOrigin(), "no negotiation");

        alices.choose("Data use", "Best quality").press("Close");
        bobs.hasSaid("no longer saves data").shows("the whole picture again", HEIGHT + " > 240");
        alices.shows("the whole picture again", HEIGHT + " > 240");
    }

    @Test
    void theLowerOfTwoChoicesAppliesAndSoundOnlySendsNoPicture() {
        Person bob = people.start(TestIdentity.BOB);
        RoomPage alices = RoomPage.open(people.start(TestIdentity.ALICE), "quality-sound");
        RoomPage bobs = RoomPage.open(bob, "quality-sound");
        alices.is("connected").pressInMenu("Settings").choose("Data use", "Sound only");
        bobs.is("connected")
                .hasSaid("has chosen sound only")
                .readsOnRemotePicture("Sound only")
                .says("no picture is sent")
                .hears(TestIdentity.ALICE);
        alices.press("Close").readsOnRemotePicture("Sound only").hears(TestIdentity.BOB);
        assertReceivesAtMost(bob, 80);

        // one side alone cannot choose more
        bobs.pressInMenu("Settings")
                .choose("Data use", "Save data")
                .shows(
                        "which choice applies",
                        "document.querySelector('#budget-hint').innerText.includes('Sound only')")
                .press("Close")
                .readsOnRemotePicture("Sound only");
        bobs.shows("a good connection all the same", "!document.querySelector('main[data-quality=weak]')");

        alices.pressInMenu("Settings").choose("Data use", "Best quality").press("Close");
        bobs.readsNoLongerOnRemotePicture("Sound only").sees(TestIdentity.ALICE).seesMotion();
    }

    @Test
    void theChoiceAppliesToParticipantsWhoJoinLater() {
        RoomPage alices = RoomPage.open(people.start(TestIdentity.ALICE), "quality-later");
        alices.is("waiting")
                .pressInMenu("Settings")
                .choose("Data use", "Sound only")
                .press("Close");
        RoomPage bobs = RoomPage.open(people.start(TestIdentity.BOB), "quality-later");
        bobs.is("connected").readsOnRemotePicture("Sound only").hears(TestIdentity.ALICE);
        alices.readsOnRemotePicture("Sound only");

        bobs.reload().is("connected").readsOnRemotePicture("Sound only").hears(TestIdentity.ALICE);
    }

    @Test
    void musicIsSentUnprocessed() {
        Person bob = people.start(TestIdentity.BOB);
        Person alice = people.start(TestIdentity.ALICE);
        RoomPage alices = RoomPage.open(alice, "quality-music");
        RoomPage bobs = RoomPage.open(bob, "quality-music");
        bobs.is("connected").hears(TestIdentity.ALICE);
        alices.is("connected").shows("voice processing", processing(true));
        String before = alice.sdpOrigin();

        alices.pressInMenu("Settings").toggle("Music mode").shows("no processing", processing(false));
        bobs.hears(TestIdentity.ALICE);
        Await.until(
                "a higher bit rate of the sound",
                () -> incoming(bob, "audio") > 80,
                () -> incoming(bob, "audio") + " kbit/s of sound");
        assertEquals(before, alice.sdpOrigin(), "no negotiation");

        alices.toggle("Music mode").shows("voice processing again", processing(true));
        bobs.hears(TestIdentity.ALICE);
    }

    @Test
    void theBarsAndTheFiguresDescribeBothDirections() {
        RoomPage alices = RoomPage.open(people.start(TestIdentity.ALICE), "quality-figures");
        RoomPage.open(people.start(TestIdentity.BOB), "quality-figures").is("connected");
        alices.is("connected")
                .shows(
                        "the bars",
                        "/^Connection: you receive [1-4] of 4, the other person [1-4] of 4$/"
                                + ".test(document.querySelector('signal-bars button').ariaLabel)")
                .runScript("document.querySelector('signal-bars button').click()")
                .shows("the quality in words", "/you receive: (?!not known)\\w+/.test(" + sheet() + ")")
                .shows("the other direction", "/other person receives: (?!not known)\\w+/.test(" + sheet() + ")")
                .shows("the route", "/Directly from browser to browser · Round trip: /.test(" + sheet() + ")")
                .shows("the codec of the sent picture", figures(1, "video-codec", "/VP8|VP9|H264|AV1/"))
                .shows("the size of the sent picture", figures(1, "video-resolution", "/\\d+ × \\d+/"))
                .shows("the bit rate of the received picture", figures(0, "video-bitrate", "/^[1-9]\\d* kbit.s/"))
                .shows("the received frame rate", figures(0, "video-frames", "/^[1-9]\\d* per second/"))
                .shows("the loss of received sound", figures(0, "audio-loss", "/^0%/"))
                .press("Close")
                .shows("no sheet", "!document.querySelector('statistics-sheet dialog').open");
    }

    @Test
    void soundHasPriority() {
        Person alice = people.start(TestIdentity.ALICE);
        RoomPage alices = RoomPage.open(alice, "quality-first");
        RoomPage.open(people.start(TestIdentity.BOB), "quality-first").is("connected");
        alices.is("connected").shows("that sound has priority", """
                (() => {
                  const of = (kind) => __connections.at(-1).getSenders().find(({ track }) => track?.kind === kind).getParameters();
                  const [audio, video] = [of("audio"), of("video")];
                  return audio.encodings[0].priority === "high" && video.encodings[0].priority === "low"
                    && [undefined, "maintain-framerate"].includes(video.degradationPreference);
                })()
                """.strip());
    }

    private static void assertReceivesAtMost(Person person, double kilobits) {
        incoming(person, "");
        Await.until(
                person.name() + " to receive at most " + kilobits + " kbit/s",
                () -> {
                    double rate = incoming(person, "");
                    return rate > 0 && rate <= kilobits;
                },
                () -> incoming(person, "") + " kbit/s");
    }

    private static double incoming(Person person, String kind) {
        return ((Number) requireNonNull(person.browser().executeAsyncScript(INCOMING, kind))).doubleValue();
    }

    private static String processing(boolean on) {
        return "(({ echoCancellation, noiseSuppression, autoGainControl }) => echoCancellation === " + on
                + " && noiseSuppression === " + on + " && autoGainControl === " + on
                + ")(__connections.at(-1).getSenders().find(({ track }) => track?.kind === 'audio').track.getSettings())";
    }

    private static String sheet() {
        return "document.querySelector('statistics-sheet')?.innerText ?? ''";
    }

    private static String figures(int table, String figure, String pattern) {
        return pattern + ".test(document.querySelectorAll('statistics-sheet table')[" + table
                + "].querySelector('[data-figure=" + figure + "]').innerText)";
    }
}
