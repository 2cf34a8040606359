package videochatroom.it.support;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Somebody with a browser of his own: its own process and profile, a camera that sees one colour, one tone. */
public final class Person implements AutoCloseable {

    /** Keeps every connection of a page where the test can ask it for its statistics. */
    private static final String REMEMBER_CONNECTIONS = """
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

    /** The average of the middle of the picture's upper left, which is background. */
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

    /** The loudest frequency, how loud it is in decibels, and for how many seconds an ear has been at this sound. */
    private static final String SOUND = """
            const track = document.querySelector(arguments[0])?.srcObject?.getAudioTracks()[0];
            if (!track) return null;
            if (window.__ear?.track !== track) {
              window.__ear?.context.close();
              const context = new AudioContext();
              const analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
              context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
              context.resume();
              window.__ear = { track, context, analyser };
            }
            const { context, analyser } = window.__ear;
            const bins = new Float32Array(analyser.frequencyBinCount);
            analyser.getFloatFrequencyData(bins);
            const peak = bins.reduce((best, level, i) => (level > bins[best] ? i : best), 0);
            return [peak * context.sampleRate / analyser.fftSize, Math.max(bins[peak], -200), context.currentTime];
            """;

    private static final String CLOSE_EAR = "window.__ear?.context.close(); delete window.__ear;";

    private static final Dimension WINDOW = new Dimension(1280, 800);

    private final String name;
    private final Path profile;
    private final Chrome driver;
    private final Set<String> origins = new HashSet<>();

    private Person(String name, Path profile, ChromeOptions options, Optional<Path> command) {
        this.name = name;
        this.profile = profile;
        this.driver = Browsers.start(options, command);
        runInEveryPage(REMEMBER_CONNECTIONS);
    }

    /** A person's equipment, before he sits down to it. */
    public static final class Equipment {

        private final Looks looks;
        private final List<String> arguments = new ArrayList<>();
        private Optional<Path> command = Optional.empty();
        private boolean allowsDevices = true;
        private boolean watchesNetwork;
        private int pictureWidth = 320;
        private int perSecond = 10;
        private String languages = "en-US,en";
        private boolean hasCamera = true;
        private boolean hasMicrophone = true;

        Equipment(Looks looks) {
            this.looks = looks;
        }

        /** Who is asked for camera and microphone, and not by a test. */
        public Equipment asksBeforeUse() {
            allowsDevices = false;
            return this;
        }

        /** A machine as it comes: no camera, no microphone. */
        public Equipment withoutDevices() {
            hasCamera = false;
            hasMicrophone = false;
            return this;
        }

        /** A microphone only. */
        public Equipment withoutCamera() {
            hasCamera = false;
            return this;
        }

        /** A small window, which leaves the processor to what is measured. */
        public Equipment small() {
            return with("--window-size=640,480");
        }

        /** A better camera than the usual one of a test, which is small so as to leave the processor to the rest. */
        public Equipment withGoodCamera() {
            pictureWidth = 640;
            perSecond = 30;
            return this;
        }

        /** Who reads other languages than English: language tags separated by commas, the best first. */
        public Equipment reading(String tags) {
            languages = tags;
            return this;
        }

        /** Notes every request of the browser's. */
        public Equipment watchingNetwork() {
            watchesNetwork = true;
            return this;
        }

        /** A further flag of the browser's. */
        public Equipment with(String argument) {
            arguments.add(argument);
            return this;
        }

        /** Another command than the usual one, which has to start a browser all the same. */
        public Equipment startedBy(Path itsCommand) {
            command = Optional.of(itsCommand);
            // a port that the browser opens would be in the command's network, not in the driver's
            return with("--remote-debugging-pipe");
        }

        Person sitDown() {
            String name = looks.name().toLowerCase(Locale.ROOT);
            Path profile;
            try {
                profile = Files.createTempDirectory("video-chat-room-" + name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var options = new ChromeOptions();
            options.addArguments(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-quic",
                    // what it asks of its maker all the same
                    "--host-resolver-rules=MAP *.google.com ~NOTFOUND,MAP *.googleapis.com ~NOTFOUND",
                    "--autoplay-policy=no-user-gesture-required",
                    "--window-size=" + WINDOW.getWidth() + "," + WINDOW.getHeight(),
                    "--user-data-dir=" + profile);
            if (hasCamera) {
                options.addArguments(
                        "--use-fake-device-for-media-stream",
                        "--use-file-for-fake-video-capture=" + looks.camera(pictureWidth, perSecond));
            } else if (hasMicrophone) {
                options.addArguments("--use-fake-device-for-media-stream=device-count=0");
            }
            if (hasMicrophone) {
                options.addArguments("--use-file-for-fake-audio-capture=" + looks.microphone());
            }
            if (allowsDevices) {
                options.addArguments("--use-fake-ui-for-media-stream");
            }
            options.addArguments(arguments);
            options.setExperimentalOption("prefs", Map.of("intl.accept_languages", languages));
            var logs = new LoggingPreferences();
            logs.enable(LogType.BROWSER, Level.ALL);
            if (watchesNetwork) {
                logs.enable(LogType.PERFORMANCE, Level.ALL);
            }
            options.setCapability("goog:loggingPrefs", logs);
            return new Person(name, profile, options, command);
        }
    }

    /**
     * What was heard.
     *
     * @param hertz the loudest frequency
     * @param decibel its level
     * @param seconds for which the person has listened
     */
    public record Sound(double hertz, double decibel, double seconds) {}

    /** His name. */
    public String name() {
        return name;
    }

    /** His browser. */
    public ChromeDriver browser() {
        return driver;
    }

    /** Has a script run in every page to come, before its own ones. */
    public void runInEveryPage(String script) {
        driver.runInEveryPage(script);
    }

    /** Opens an address. */
    public void open(URI address) {
        if (address.getAuthority() != null) {
            origins.add(address.getScheme() + "://" + address.getAuthority());
        }
        driver.get(address.toString());
    }

    /** Leaves whatever page he is on. */
    void rest() {
        open(URI.create("about:blank"));
    }

    /** Begins anew, in a browser that knows no more of him than one that was just started. */
    void forgetEverything() {
        driver.forget(origins);
        driver.manage().window().setSize(WINDOW);
        origins.clear();
        runInEveryPage(REMEMBER_CONNECTIONS);
        console();
    }

    /** The colour that a video shows, if it shows anything. */
    public Optional<Color> colorOf(String videoSelector) {
        var rgb = (List<?>) driver.executeScript(COLOR, videoSelector);
        return Optional.ofNullable(rgb).map(c -> new Color(number(c, 0), number(c, 1), number(c, 2)));
    }

    /** What a video sounds like, if it has any sound. */
    public Optional<Sound> soundOf(String videoSelector) {
        var sound = (List<?>) driver.executeScript(SOUND, videoSelector);
        return Optional.ofNullable(sound).map(s -> new Sound(decimal(s, 0), decimal(s, 1), decimal(s, 2)));
    }

    /** Listens no more, which takes a sixth of a processor. */
    public void stopListening() {
        driver.executeScript(CLOSE_EAR);
    }

    /** How many pictures a video has shown. */
    public long framesOf(String videoSelector) {
        return ((Number) requireNonNull(driver.executeScript(FRAMES, videoSelector))).longValue();
    }

    /** Refuses the pages of an origin a device, as a person does in the browser's dialogue. */
    public void refuse(String device, String origin) {
        driver.executeCdpCommand(
                "Browser.setPermission",
                Map.of("origin", origin, "setting", "denied", "permission", Map.of("name", device)));
    }

    /** What the browser's console says. */
    public List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(Object::toString)
                .toList();
    }

    /** What the browser noted of its network, each a message of the DevTools protocol. */
    public List<String> network() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> entry.getMessage())
                .toList();
    }

    /** Saves what he sees. */
    public void screenshot(Path file) {
        write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    /** Saves whatever may explain a failure. */
    void saveEvidence(Path directory) {
        screenshot(directory.resolve(name + ".png"));
        writeText(directory.resolve(name + "-console.txt"), String.join("\n", console()));
        writeText(directory.resolve(name + "-page.html"), requireNonNull(driver.getPageSource()));
        writeText(directory.resolve(name + "-statistics.json"), String.valueOf(driver.executeAsyncScript(STATISTICS)));
    }

    /** Ends the browser's process as a crash does. */
    public void killBrowser() {
        processes().forEach(ProcessHandle::destroyForcibly);
    }

    /** The first process of his browser, which has started all the others. */
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
            deleteProfile();
        }
    }

    private void deleteProfile() {
        Patience.until(name + "'s profile is gone", this::tryDeleteProfile, () -> profile);
    }

    /** The browser's last processes may still be writing. */
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
        write(file, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double decimal(List<?> list, int index) {
        return ((Number) list.get(index)).doubleValue();
    }

    private static int number(List<?> list, int index) {
        return ((Number) list.get(index)).intValue();
    }
}
