package videochatroom.it.modules;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.support.Looks;
import videochatroom.it.support.Patience;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.Protocol;
import videochatroom.it.support.StaticSite;

/** The specs of the client's modules, run in a real browser; each is a test of its own here. */
class ClientModulesIT {

    private static final Path SPECS = Path.of("src", "test", "js");
    private static final Path CLIENT = Path.of("webapp");
    private static final String JASMINE = "/META-INF/resources/webjars/jasmine-core/3.8.0/lib/jasmine-core/";

    @RegisterExtension
    final People people = new People();

    @TestFactory
    Stream<DynamicTest> specs() throws IOException {
        List<Map<?, ?>> results = run();
        assertFalse(results.isEmpty(), "no spec ran");
        return results.stream()
                .filter(result -> !"excluded".equals(result.get("status")))
                .map(result -> dynamicTest(String.valueOf(result.get("fullName")), () -> report(result)));
    }

    private List<Map<?, ?>> run() throws IOException {
        try (StaticSite site = site()) {
            Person browser = people.sitDown(Looks.ALICE);
            browser.open(URI.create(site.address() + "runner/runner.html?" + specFiles()));
            Patience.until(
                    "the browser to finish all specs",
                    Duration.ofMinutes(5),
                    () -> browser.browser().executeScript("return window.results ?? null") != null,
                    browser::console);
            return ((List<?>) browser.browser().executeScript("return window.results"))
                    .stream().<Map<?, ?>>map(result -> (Map<?, ?>) result).toList();
        }
    }

    private static StaticSite site() {
        return new StaticSite()
                .serve("/runner/", StaticSite.resources("/modules/"))
                .serve("/jasmine/", StaticSite.resources(JASMINE))
                .serve("/specs/", StaticSite.directory(SPECS))
                .serve("/webapp/", StaticSite.directory(CLIENT))
                .serve("/protocol/", StaticSite.directory(Protocol.DOCUMENT.getParent()));
    }

    private static String specFiles() throws IOException {
        try (Stream<Path> files = Files.walk(SPECS)) {
            return files.map(file -> SPECS.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".spec.js"))
                    .sorted()
                    .map(file -> "spec=" + file)
                    .collect(Collectors.joining("&"));
        }
    }

    private static void report(Map<?, ?> result) {
        if (!"passed".equals(result.get("status"))) {
            fail(result.get("fullName") + " " + result.get("status") + ": " + result.get("failures"));
        }
    }
}
