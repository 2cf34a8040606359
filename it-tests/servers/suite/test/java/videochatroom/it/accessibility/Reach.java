package videochatroom.it.accessibility;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.openqa.selenium.chrome.ChromeDriver;

/** Whether a page can be used in a small window: nothing sticks out sideways, and no control lies under another. */
final class Reach {

    private static final String LOOK = """
            const problems = [];
            const { scrollWidth, clientWidth } = document.documentElement;
            if (scrollWidth > clientWidth) problems.push(`the page is ${scrollWidth} wide in a window of ${clientWidth}`);
            const top = document.querySelector("dialog[open]") ?? document.body;
            for (const control of top.querySelectorAll("button, a[href], input, textarea, select")) {
              if (!control.checkVisibility({ visibilityProperty: true })) continue;
              control.scrollIntoView({ block: "center", behavior: "instant" });
              const { left, right, top, bottom } = control.getBoundingClientRect();
              const what = control.textContent.trim() || control.id;
              // the middle of a link that goes on in the next line may be beside it
              const [line] = control.getClientRects();
              const found = document.elementFromPoint((line.left + line.right) / 2, (line.top + line.bottom) / 2);
              const reached = found !== null && (control.contains(found) || found.closest("label")?.control === control);
              if (!reached) problems.push(`"${what}" lies under ${found?.outerHTML.slice(0, 80)}`);
              if (left < 0 || right > clientWidth + 0.5) problems.push(`"${what}" sticks out: ${left} to ${right}`);
            }
            scrollTo(0, 0);
            return problems;
            """;

    private Reach() {}

    /** What cannot be reached or read. */
    static List<String> problems(ChromeDriver browser) {
        return ((List<?>) requireNonNull(browser.executeScript(LOOK)))
                .stream().map(String::valueOf).toList();
    }
}
