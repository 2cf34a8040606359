package videochatroom.it.support;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/**
 * A person with their own browser: an own process and profile, a camera that shows one colour and a microphone with one
 * tone ({@link TestIdentity}).
 */
public final class Person implements AutoCloseable {

    /** Keeps every peer connection of a page in {@code window.__connections}, where tests ask for its statistics. */
    private static final String KEEP_CONNECTIONS = """
            window.__connections = [];
            if (window.RTCPeerConnection) {
              window.RTCPeerConnection = class extends RTCPeerConnection {
                constructor(...given) {
                  super(...given);
                  window.__connections.push(this);
                }
              };
            }
            """;

    private static final String STATISTICS = """
            const done = arguments[0];
            Promise.all((window.__connections ?? []).map(async (connection) => ({
              signalingState: connection.signalingState,
              connectionState: connection.connectionState,
              iceConnectionState: connection.iceConnectionState,
              stats: [...(await connection.getStats()).values()],
            }))).then((all) => done(JSON.stringify(all, null, 1)), (e) => done(String(e)));
            """;

    /** The version in the origin of the local description (RFC 8866, section 5.2). */
    private static final String SDP_ORIGIN = "return __connections.at(-1).localDescription.sdp.match(/^o=.*$/m)[0]";

    private final String name;
    private final Path profile;
    private final Chrome driver;
    private final Set<String> origins = new HashSet<>();

    Person(String name, Path profile, ChromeOptions options, Optional<Path> command) {
        this.name = name;
        this.profile = profile;
        this.driver = Browsers.start(options, command);
        runInEveryPage(KEEP_CONNECTIONS);
    }

    public String name() {
        return name;
    }

    public ChromeDriver browser() {
        return driver;
    }

    /** Runs a script in every page opened from now on, before the page's own scripts. */
    public void runInEveryPage(String script) {
        driver.runInEveryPage(script);
    }

    public void open(URI address) {
        if (address.getAuthority() != null) {
            origins.add(address.getScheme() + "://" + address.getAuthority());
        }
        driver.get(address.toString());
    }

    /** Leaves the page that is open. */
    void openBlankPage() {
        open(URI.create("about:blank"));
    }

    /** Brings the browser into the state of one that was just started. */
    void reset() {
        driver.reset(origins);
        driver.manage().window().setSize(BrowserOptions.WINDOW);
        origins.clear();
        runInEveryPage(KEEP_CONNECTIONS);
        // reading the log empties it
        console();
    }

    /** Denies the pages of an origin a device, as a person does in the browser's permission prompt. */
    public void denyPermission(String device, String origin) {
        driver.executeCdpCommand(
                "Browser.setPermission",
                Map.of("origin", origin, "setting", "denied", "permission", Map.of("name", device)));
    }

    /** Puts downloads into a directory, without a prompt. */
    public void saveDownloadsTo(Path directory) {
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", directory.toString()));
    }

    /** The origin line of the newest connection's local description. It changes with each negotiation. */
    public String sdpOrigin() {
        return String.valueOf(driver.executeScript(SDP_ORIGIN));
    }

    /** The lines of the browser's console since the last call. */
    public List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(Object::toString)
                .toList();
    }

    /** The browser's network log since the last call: messages of the DevTools protocol. */
    public List<String> network() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> entry.getMessage())
                .toList();
    }

    /** Saves a screenshot of the page, as PNG. */
    public void screenshot(Path file) {
        write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    /** Saves what may explain a failure: a screenshot, the console, the page's source and WebRTC statistics. */
    void saveDiagnostics(Path directory) {
        screenshot(directory.resolve(name + ".png"));
        writeText(directory.resolve(name + "-console.txt"), String.join("\n", console()));
        writeText(directory.resolve(name + "-page.html"), requireNonNull(driver.getPageSource()));
        writeText(directory.resolve(name + "-statistics.json"), String.valueOf(driver.executeAsyncScript(STATISTICS)));
    }

    /** Kills the browser's processes, as a crash does. */
    public void killBrowser() {
        processes().forEach(ProcessHandle::destroyForcibly);
    }

    /** The browser's main process, the ancestor of its other processes. */
    public ProcessHandle mainProcess() {
        return processes().stream()
                .filter(process -> !process.info().commandLine().orElse("").contains("--type="))
                .findFirst()
                .orElseThrow();
    }

    private List<ProcessHandle> processes() {
        String mark = profile.toString();
        List<ProcessHandle> processes = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(mark))
                .toList();
        if (processes.isEmpty()) {
            throw new IllegalStateException(name + "'s browser was not found");
        }
        return processes;
    }

    @Override
    public void close() {
        try {
            driver.quit();
        } finally {
            Await.until("the profile of " + name + " to be deleted", this::tryDeleteProfile, () -> profile);
        }
    }

    /** Fails while the browser's last processes are still writing. */
    private boolean tryDeleteProfile() {
        if (!Files.exists(profile)) {
            return true;
        }
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
            return true;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static void writeText(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
