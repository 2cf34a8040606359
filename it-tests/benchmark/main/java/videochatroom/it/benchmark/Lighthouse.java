package videochatroom.it.benchmark;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import videochatroom.it.support.Shell;

/** Runs Lighthouse on a page. */
final class Lighthouse {

    /** The categories of the scores. */
    static final List<String> CATEGORIES = List.of("performance", "accessibility", "best-practices", "seo");

    /** Grants camera and microphone without a prompt, and disables the browser's own requests. */
    private static final String FLAGS = "--headless=new --no-sandbox --disable-dev-shm-usage"
            + " --disable-background-networking --disable-component-update --disable-sync"
            + " --use-fake-ui-for-media-stream --use-fake-device-for-media-stream";

    private final Path directory;
    private final Path browser;

    /** Installs Lighthouse below {@code target} if it is not there. It uses this browser. */
    Lighthouse(Path browser) {
        this.directory = NodePackage.install("lighthouse");
        this.browser = browser;
    }

    /**
     * Measures a page once.
     *
     * @param device {@code mobile}, a simulated slow phone in a slow network, or {@code desktop}
     * @return the score in each category, from 0 to 100
     */
    Map<String, Double> scores(URI page, String device) {
        Path report = directory.resolve(
                device + "-" + Path.of(page.getPath()).getFileName() + "-" + System.nanoTime() + ".json");
        List<String> command = new ArrayList<>(List.of(
                "env",
                "CHROME_PATH=" + browser,
                "node",
                directory.resolve("node_modules/lighthouse/cli/index.js").toString(),
                page.toString(),
                "--output=json",
                "--output-path=" + report,
                "--quiet",
                "--no-enable-error-reporting",
                "--only-categories=" + String.join(",", CATEGORIES),
                "--chrome-flags=" + FLAGS));
        if (device.equals("desktop")) {
            command.add("--preset=desktop");
        }
        Shell.run(command).orThrow();
        return scoresIn(report);
    }

    private static Map<String, Double> scoresIn(Path report) {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(report))) {
            JsonObject categories = reader.readObject().getJsonObject("categories");
            Map<String, Double> scores = new LinkedHashMap<>();
            for (String category : CATEGORIES) {
                scores.put(
                        category,
                        100
                                * categories
                                        .getJsonObject(category)
                                        .getJsonNumber("score")
                                        .doubleValue());
            }
            return scores;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
