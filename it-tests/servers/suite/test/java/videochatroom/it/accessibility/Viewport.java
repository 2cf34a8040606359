package videochatroom.it.accessibility;

import java.util.List;
import java.util.Map;
import videochatroom.it.support.Person;

/**
 * The window in which a page is shown.
 *
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param dark whether the person prefers the dark colour scheme
 * @param text the size of letters in the browser's settings, in CSS pixels; 16 is usual
 */
record Viewport(String name, int width, int height, boolean dark, int text) {

    private static final int USUAL_TEXT = 16;

    /** The width of WCAG 2.2, success criterion 1.4.10 "Reflow". */
    static final Viewport NARROW = new Viewport("320", 320, 568, false);

    static final Viewport WIDE = new Viewport("1280", 1280, 800, false);

    /** A window of 1280 by 800 at a zoom of 200 %. */
    static final Viewport ZOOMED = new Viewport("zoomed", 640, 400, false);

    /** A phone and a small window with letters of 200 %: WCAG 2.2, success criterion 1.4.4 "Resize Text". */
    static final List<Viewport> LARGE_TEXT = List.of(
            new Viewport("390 large text", 390, 844, false, 2 * USUAL_TEXT),
            new Viewport("800 large text", 800, 600, false, 2 * USUAL_TEXT));

    /** A phone, a tablet and a desktop. */
    static final List<Viewport> SCREENSHOTS = List.of(
            new Viewport("390", 390, 844, false),
            new Viewport("820", 820, 1180, false),
            new Viewport("1440", 1440, 900, false));

    Viewport(String name, int width, int height, boolean dark) {
        this(name, width, height, dark, USUAL_TEXT);
    }

    /** The same window with the dark colour scheme. */
    Viewport inDarkMode() {
        return new Viewport(name, width, height, true, text);
    }

    /** Emulates this window in a person's browser, with reduced motion. */
    void applyTo(Person person) {
        person.browser()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        person.browser().executeCdpCommand("Page.setFontSizes", Map.of("fontSizes", Map.of("standard", text)));
        person.browser()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of(
                                "features",
                                List.of(
                                        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                        Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** Emulates that a person has forced their own colours on all pages. */
    static void forceColours(Person person) {
        person.browser()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "forced-colors", "value", "active"))));
    }

    @Override
    public String toString() {
        return name + (dark ? " dark" : " light");
    }
}
