package videochatroom.it.accessibility;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openqa.selenium.chrome.ChromeDriver;

/** Checks a page with axe-core: WCAG 2.2, levels A and AA, and axe's best practices. */
final class Axe {

    /** Defines {@code window.axe}. */
    private static final String SCRIPT = script();

    private static final String RUN = """
            const done = arguments[0];
            const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
            axe.run(document, {
              runOnly: { type: "tag", values: tags },
              rules: { "target-size": { enabled: true } },
              resultTypes: ["violations"],
            }).then(
              ({ violations }) => done(violations.map(({ id, help, nodes }) =>
                `${id}: ${help}\\n` + nodes.map(({ html, failureSummary }) => `  ${html}\\n  ${failureSummary}`).join("\\n"))),
              (error) => done([String(error)]),
            );
            """;

    private Axe() {}

    /** The violations of rules, each with the elements concerned. */
    static List<String> violations(ChromeDriver browser) {
        if (!Boolean.TRUE.equals(browser.executeScript("return typeof window.axe === 'object'"))) {
            browser.executeScript(SCRIPT);
        }
        return ((List<?>) requireNonNull(browser.executeAsyncScript(RUN)))
                .stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (InputStream stream = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
