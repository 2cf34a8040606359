package videochatroom.it.pages;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.JavascriptExecutor;

/** Measures what a {@code video} element of a page shows and plays. */
final class VideoProbe {

    /** The average of the middle of the frame's upper left, which shows the background. */
    private static final String COLOR = """
            const video = document.querySelector(arguments[0]);
            if (!video || !video.videoWidth || video.readyState < 2) return null;
            const canvas = document.createElement("canvas");
            canvas.width = 32;
            canvas.height = 24;
            const context = canvas.getContext("2d");
            context.drawImage(video, 0, 0, 32, 24);
            return [...context.getImageData(4, 3, 1, 1).data];
            """;

    private static final String FRAMES = """
            const video = document.querySelector(arguments[0]);
            return video ? video.getVideoPlaybackQuality().totalVideoFrames : 0;
            """;

    /** The loudest frequency, its level in decibels, and for how many seconds the analyser has had this track. */
    private static final String SOUND = """
            const track = document.querySelector(arguments[0])?.srcObject?.getAudioTracks()[0];
            if (!track) return null;
            if (window.__analyser?.track !== track) {
              window.__analyser?.context.close();
              const context = new AudioContext();
              const analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
              context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
              context.resume();
              window.__analyser = { track, context, analyser };
            }
            const { context, analyser } = window.__analyser;
            const bins = new Float32Array(analyser.frequencyBinCount);
            analyser.getFloatFrequencyData(bins);
            const peak = bins.reduce((best, level, i) => (level > bins[best] ? i : best), 0);
            return [peak * context.sampleRate / analyser.fftSize, Math.max(bins[peak], -200), context.currentTime];
            """;

    private static final String CLOSE_ANALYSER = "window.__analyser?.context.close(); delete window.__analyser;";

    private final JavascriptExecutor browser;
    private final String selector;

    /**
     * Measures the first element that a selector finds.
     *
     * @param selector of CSS
     */
    VideoProbe(JavascriptExecutor browser, String selector) {
        this.browser = browser;
        this.selector = selector;
    }

    /**
     * What was heard at one moment.
     *
     * @param hertz the loudest frequency
     * @param decibel its level
     * @param seconds for how long the track has been analysed
     */
    record Sound(double hertz, double decibel, double seconds) {}

    /** The colour of the background, if the element shows a frame. */
    Optional<Color> color() {
        var rgb = (List<?>) browser.executeScript(COLOR, selector);
        return Optional.ofNullable(rgb)
                .map(list -> new Color((int) number(list, 0), (int) number(list, 1), (int) number(list, 2)));
    }

    /** The sound of the element's stream, if it has an audio track. */
    Optional<Sound> sound() {
        var sound = (List<?>) browser.executeScript(SOUND, selector);
        return Optional.ofNullable(sound).map(list -> new Sound(number(list, 0), number(list, 1), number(list, 2)));
    }

    /** Stops the analyser of {@link #sound}, which takes a sixth of a processor. */
    void stopListening() {
        browser.executeScript(CLOSE_ANALYSER);
    }

    /** How many frames the element has shown. */
    long frames() {
        return ((Number) requireNonNull(browser.executeScript(FRAMES, selector))).longValue();
    }

    private static double number(List<?> list, int index) {
        return ((Number) list.get(index)).doubleValue();
    }
}
