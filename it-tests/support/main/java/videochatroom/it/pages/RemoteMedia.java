package videochatroom.it.pages;

import java.awt.Color;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import videochatroom.it.pages.VideoProbe.Sound;
import videochatroom.it.support.Await;
import videochatroom.it.support.Person;
import videochatroom.it.support.TestIdentity;

/** Waits for what a room's page shows and plays of the other participant. */
final class RemoteMedia {

    private final String name;
    private final VideoProbe video;
    private final Supplier<String> description;

    /**
     * The media on a person's page.
     *
     * @param description of the page, for the message of a failure
     */
    RemoteMedia(Person person, Supplier<String> description) {
        this.name = person.name();
        this.video = new VideoProbe(person.browser(), RoomPage.REMOTE);
        this.description = description;
    }

    void awaitVideoOf(TestIdentity other) {
        awaitColor("to see " + other, color -> color.filter(other::matchesColor).isPresent());
    }

    void awaitVideoOf(Color wanted) {
        awaitColor(
                "to see " + wanted,
                color -> color.filter(seen -> isSimilar(seen, wanted)).isPresent());
    }

    /** Waits until the video is dark, or gone. */
    void awaitNoVideo() {
        awaitColor(
                "to see darkness",
                color -> color.filter(seen -> seen.getRed() + seen.getGreen() + seen.getBlue() > 60)
                        .isEmpty());
    }

    /** Waits for 15 more frames. */
    void awaitMotion() {
        long before = video.frames();
        Await.until(
                name + " to see 15 more frames than " + before,
                () -> video.frames() >= before + 15,
                () -> description.get() + ", " + video.frames() + " frames");
    }

    void awaitToneOf(TestIdentity other) {
        awaitSound(
                "to hear " + other,
                sound -> sound.filter(heard -> heard.decibel() > -70 && other.matchesFrequency(heard.hertz()))
                        .isPresent());
    }

    void awaitAnySound() {
        awaitSound(
                "to hear something",
                sound -> sound.filter(heard -> heard.decibel() > -70).isPresent());
    }

    /** Waits for silence. The analyser reports silence before it has data, so its first 0.4 seconds do not count. */
    void awaitSilence() {
        awaitSound(
                "to hear nothing",
                sound -> sound.filter(heard -> heard.decibel() > -90 || heard.seconds() < 0.4)
                        .isEmpty());
    }

    private void awaitColor(String what, Predicate<Optional<Color>> wanted) {
        Await.until(
                name + " " + what,
                () -> wanted.test(video.color()),
                () -> description.get() + ", sees " + video.color());
    }

    private void awaitSound(String what, Predicate<Optional<Sound>> wanted) {
        Await.until(
                name + " " + what,
                () -> wanted.test(video.sound()),
                () -> description.get() + ", hears " + video.sound());
        video.stopListening();
    }

    private static boolean isSimilar(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed()) < 30
                && Math.abs(a.getGreen() - b.getGreen()) < 30
                && Math.abs(a.getBlue() - b.getBlue()) < 30;
    }
}
