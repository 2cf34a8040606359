package videochatroom.it.room;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Looks;
import videochatroom.it.support.Patience;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;

/** How good the call is can be seen, and chosen by either for both. */
@Tag("browser")
class QualityIT extends DeployedWar {

    /**
     * Kilobits a second of everything that a connection has got since the last look; sound and picture, with headers.
     */
    private static final String INCOMING = """
            const [kind, done] = arguments;
            (async () => {
              const report = [...(await __connections.at(-1).getStats()).values()];
              const sum = (names) => report
                .filter((one) => one.type === "inbound-rtp" && (kind === "" || one.kind === kind))
                .reduce((bytes, one) => bytes + names.reduce((all, name) => all + one[name], 0), 0);
              // IP and UDP add 28 bytes a packet.
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
    void whoSavesDataHasBothSendLess() {
        Person alice = people.sitDown(People.equipment(Looks.ALICE).withGoodCamera());
        Person bob = people.sitDown(People.equipment(Looks.BOB).withGoodCamera());
        RoomPage alices = RoomPage.open(alice, "quality-saver");
        RoomPage bobs = RoomPage.open(bob, "quality-saver");
        alices.is("connected").sees(Looks.BOB).shows("the whole picture", HEIGHT + " > 240");
        bobs.is("connected").sees(Looks.ALICE).shows("the whole picture", HEIGHT + " > 240");
        String before = negotiation(alice);

        alices.pressInMenu("Settings").choose("Data use", "Save data");
        bobs.hasSaid("saves data").shows("a small picture", HEIGHT + " === 240").seesThePictureMove();
        alices.shows("a small picture, too", HEIGHT + " === 240").seesThePictureMove();
        getsAtMost(bob, 150);
        getsAtMost(alice, 150);
        bobs.hears(Looks.ALICE).sees(Looks.ALICE);
        assertEquals(before, negotiation(alice), "no negotiation");

        alices.choose("Data use", "Best quality").press("Close");
        bobs.hasSaid("no longer saves data").shows("the whole picture again", HEIGHT + " > 240");
        alices.shows("the whole picture again", HEIGHT + " > 240");
    }

    @Test
    void theLowerOneOfTwoWishesHoldsAndSoundOnlyIsSoundOnly() {
        Person bob = people.sitDown(Looks.BOB);
        RoomPage alices = RoomPage.open(people.sitDown(Looks.ALICE), "quality-sound");
        RoomPage bobs = RoomPage.open(bob, "quality-sound");
        alices.is("connected").pressInMenu("Settings").choose("Data use", "Sound only");
        bobs.is("connected")
                .hasSaid("has chosen sound only")
                .readsOnTheOther("Sound only")
                .says("no picture is sent")
                .hears(Looks.ALICE);
        alices.press("Close").readsOnTheOther("Sound only").hears(Looks.BOB);
        getsAtMost(bob, 80);

        // more is not for one of them to choose
        bobs.pressInMenu("Settings")
                .choose("Data use", "Save data")
                .shows("whose wish holds", "document.querySelector('#budget-hint').innerText.includes('Sound only')")
                .press("Close")
                .readsOnTheOther("Sound only");
        bobs.shows("a good connection all the same", "!document.querySelector('main[data-quality=weak]')");

        alices.pressInMenu("Settings").choose("Data use", "Best quality").press("Close");
        bobs.readsNoMoreOnTheOther("Sound only").sees(Looks.ALICE).seesThePictureMove();
    }

    @Test
    void whoComesLaterKeepsToItAsWell() {
        RoomPage alices = RoomPage.open(people.sitDown(Looks.ALICE), "quality-later");
        alices.is("waiting")
                .pressInMenu("Settings")
                .choose("Data use", "Sound only")
                .press("Close");
        RoomPage bobs = RoomPage.open(people.sitDown(Looks.BOB), "quality-later");
        bobs.is("connected").readsOnTheOther("Sound only").hears(Looks.ALICE);
        alices.readsOnTheOther("Sound only");

        bobs.reload().is("connected").readsOnTheOther("Sound only").hears(Looks.ALICE);
    }

    @Test
    void musicIsSentAsItIs() {
        Person bob = people.sitDown(Looks.BOB);
        Person alice = people.sitDown(Looks.ALICE);
        RoomPage alices = RoomPage.open(alice, "quality-music");
        RoomPage bobs = RoomPage.open(bob, "quality-music");
        bobs.is("connected").hears(Looks.ALICE);
        alices.is("connected").shows("a voice's processing", processing(true));
        String before = negotiation(alice);

        alices.pressInMenu("Settings").flick("Music mode").shows("no processing", processing(false));
        bobs.hears(Looks.ALICE);
        Patience.until(
                "the sound to be richer",
                () -> incoming(bob, "audio") > 80,
                () -> incoming(bob, "audio") + " kbit/s of sound");
        assertEquals(before, negotiation(alice), "no negotiation");

        alices.flick("Music mode").shows("a voice's processing again", processing(true));
        bobs.hears(Looks.ALICE);
    }

    @Test
    void theBarsAndTheFiguresTellHowItIsEachWay() {
        RoomPage alices = RoomPage.open(people.sitDown(Looks.ALICE), "quality-figures");
        RoomPage.open(people.sitDown(Looks.BOB), "quality-figures").is("connected");
        alices.is("connected")
                .shows(
                        "the bars",
                        "/^Connection: you receive [1-4] of 4, the other person [1-4] of 4$/"
                                + ".test(document.querySelector('signal-bars button').ariaLabel)")
                .happens("document.querySelector('signal-bars button').click()")
                .shows("it in words", "/comes to you: (?!not known)\\w+/.test(" + sheet() + ")")
                .shows("the other way", "/other person: (?!not known)\\w+/.test(" + sheet() + ")")
                .shows("the way", "/Directly from browser to browser · There and back in/.test(" + sheet() + ")")
                .shows("what is sent", figures(1, "video-codec", "/VP8|VP9|H264|AV1/"))
                .shows("its size", figures(1, "video-resolution", "/\\d+ × \\d+/"))
                .shows("what is received", figures(0, "video-bitrate", "/^[1-9]\\d* kbit.s/"))
                .shows("its pictures", figures(0, "video-frames", "/^[1-9]\\d* a second/"))
                .shows("what of it is lost", figures(0, "audio-loss", "/^0%/"))
                .press("Close")
                .shows("no sheet", "!document.querySelector('statistics-sheet dialog').open");
    }

    @Test
    void theSoundComesFirst() {
        Person alice = people.sitDown(Looks.ALICE);
        RoomPage alices = RoomPage.open(alice, "quality-first");
        RoomPage.open(people.sitDown(Looks.BOB), "quality-first").is("connected");
        alices.is("connected").shows("sound before the picture", """
                (() => {
                  const of = (kind) => __connections.at(-1).getSenders().find(({ track }) => track?.kind === kind).getParameters();
                  const [audio, video] = [of("audio"), of("video")];
                  return audio.encodings[0].priority === "high" && video.encodings[0].priority === "low"
                    && [undefined, "maintain-framerate"].includes(video.degradationPreference);
                })()
                """.strip());
    }

    private static void getsAtMost(Person person, double kilobits) {
        incoming(person, "");
        Patience.until(
                person.name() + " to get at most " + kilobits + " kbit/s",
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

    /** What changes with each negotiation: the version in the description's origin (RFC 8866, section 5.2). */
    private static String negotiation(Person person) {
        return String.valueOf(
                person.browser().executeScript("return __connections.at(-1).localDescription.sdp.match(/^o=.*$/m)[0]"));
    }
}
