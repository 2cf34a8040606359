package videochatroom.it.pages;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Rectangle;
import videochatroom.it.support.Await;
import videochatroom.it.support.Person;

/**
 * A press on Hang up by the browser's own input, which waits behind everything that the page does, as a hand's does.
 *
 * @param closed milliseconds from the release of the button until camera and microphone are closed, by the browser's
 *     clock
 * @param drawn milliseconds until the page draws that the call has ended
 */
public record HangUp(double closed, double drawn) {

    private static final String MEASURE = """
            window.__hangUp = {};
            const main = document.querySelector("main");
            const stop = MediaStreamTrack.prototype.stop;
            addEventListener("pointerup", ({ timeStamp }) => {
              MediaStreamTrack.prototype.stop = function () {
                stop.call(this);
                window.__hangUp.closed = performance.now() - timeStamp;
              };
              new MutationObserver((changes, observer) => {
                if (main.dataset.callState !== "hung-up") return;
                observer.disconnect();
                MediaStreamTrack.prototype.stop = stop;
                requestAnimationFrame(() => (window.__hangUp.drawn = performance.now() - timeStamp));
              }).observe(main, { attributes: true });
            }, { capture: true, once: true });
            """;

    /** Presses Hang up, and waits until the call has ended. */
    public static HangUp press(Person person) {
        person.browser().executeScript(MEASURE);
        Rectangle place = person.browser()
                .findElement(By.cssSelector("button[title='Hang up']"))
                .getRect();
        for (String type : List.of("mousePressed", "mouseReleased")) {
            person.browser()
                    .executeCdpCommand(
                            "Input.dispatchMouseEvent",
                            Map.of(
                                    "type",
                                    type,
                                    "x",
                                    place.getX() + place.getWidth() / 2,
                                    "y",
                                    place.getY() + place.getHeight() / 2,
                                    "button",
                                    "left",
                                    "clickCount",
                                    1));
        }
        Await.until(
                "the call to end",
                () -> number(person, "closed") >= 0 && number(person, "drawn") >= 0,
                () -> person.browser().executeScript("return document.querySelector('main').dataset.callState"));
        return new HangUp(number(person, "closed"), number(person, "drawn"));
    }

    /** A figure; negative as long as it is not known. */
    private static double number(Person person, String name) {
        return ((Number) requireNonNull(person.browser().executeScript("return __hangUp[arguments[0]] ?? -1", name)))
                .doubleValue();
    }
}
