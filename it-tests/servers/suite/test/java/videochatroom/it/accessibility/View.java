package videochatroom.it.accessibility;

import java.util.List;
import java.util.Map;
import videochatroom.it.support.Person;

/**
 * How a page is looked at.
 *
 * @param width of the window, in CSS pixels
 * @param height of the window, in CSS pixels
 * @param dark whether the person prefers a dark page
 */
record View(String name, int width, int height, boolean dark) {

    /** The narrowest window of WCAG's criterion 1.4.10, "Reflow". */
    static final View NARROW = new View("320", 320, 568, false);

    static final View WIDE = new View("1280", 1280, 800, false);

    /** A window of 1280 by 800 at a zoom of 200 %. */
    static final View ZOOMED = new View("zoomed", 640, 400, false);

    /** A telephone, a tablet and a computer. */
    static final List<View> PICTURES = List.of(
            new View("390", 390, 844, false), new View("820", 820, 1180, false), new View("1440", 1440, 900, false));

    /** The same in the dark. */
    View inTheDark() {
        return new View(name, width, height, true);
    }

    /** Has somebody's browser look so, and at nothing that moves. */
    void applyTo(Person person) {
        person.browser()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        person.browser()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of(
                                "features",
                                List.of(
                                        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                        Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    @Override
    public String toString() {
        return name + (dark ? " dark" : " light");
    }
}
