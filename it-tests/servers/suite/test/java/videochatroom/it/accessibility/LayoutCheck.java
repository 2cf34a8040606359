package videochatroom.it.accessibility;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.openqa.selenium.chrome.ChromeDriver;

/** Checks that a page can be used in a small window: nothing overflows sideways, and no control is covered. */
final class LayoutCheck {

    private static final String CHECK = """
            const problems = [];
            const { scrollWidth, clientWidth } = document.documentElement;
            if (scrollWidth > clientWidth) problems.push(`the page is ${scrollWidth} wide in a window of ${clientWidth}`);
            const top = document.querySelector("dialog[open]") ?? document.body;
            for (const control of top.querySelectorAll("button, a[href], input, textarea, select")) {
              if (!control.checkVisibility({ visibilityProperty: true })) continue;
              control.scrollIntoView({ block: "center", behavior: "instant" });
              const { left, right, top, bottom } = control.getBoundingClientRect();
              const what = control.textContent.trim() || control.id;
              // the centre of a link that wraps may be outside of it
              const [line] = control.getClientRects();
              const found = document.elementFromPoint((line.left + line.right) / 2, (line.top + line.bottom) / 2);
              const reached = found !== null && (control.contains(found) || found.closest("label")?.control === control);
              if (!reached) problems.push(`"${what}" is covered by ${found?.outerHTML.slice(0, 80)}`);
              if (left < 0 || right > clientWidth + 0.5) problems.push(`"${what}" overflows: ${left} to ${right}`);
            }
            scrollTo(0, 0);
            return problems;
            """;

    private LayoutCheck() {}

    /** The problems found; empty if there are none. */
    static List<String> problems(ChromeDriver browser) {
        return ((List<?>) requireNonNull(browser.executeScript(CHECK)))
                .stream().map(String::valueOf).toList();
    }
}
