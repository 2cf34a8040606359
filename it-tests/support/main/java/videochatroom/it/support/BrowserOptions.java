package videochatroom.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * How a person's browser is started. By default it has a camera of 320 by 240 pixels and 10 frames a second, which
 * leaves the processor to the rest of a test, and a microphone. Every page may use both.
 */
public final class BrowserOptions {

    static final Dimension WINDOW = new Dimension(1280, 800);

    private final TestIdentity identity;
    private final List<String> arguments = new ArrayList<>();
    private Optional<Path> command = Optional.empty();
    private boolean allowsDevices = true;
    private boolean logsNetwork;
    private int cameraWidth = 320;
    private int framesPerSecond = 10;
    private String languages = "en-US,en";
    private boolean hasCamera = true;
    private boolean hasMicrophone = true;

    private BrowserOptions(TestIdentity identity) {
        this.identity = identity;
    }

    /** The default options. */
    public static BrowserOptions of(TestIdentity identity) {
        return new BrowserOptions(identity);
    }

    /** Does not grant camera and microphone in advance: the browser shows its permission prompt. */
    public BrowserOptions withPermissionPrompt() {
        allowsDevices = false;
        return this;
    }

    /** Neither camera nor microphone. */
    public BrowserOptions withoutDevices() {
        hasCamera = false;
        hasMicrophone = false;
        return this;
    }

    /** A microphone only. */
    public BrowserOptions withoutCamera() {
        hasCamera = false;
        return this;
    }

    /** A window of 640 by 480, which leaves the processor to what is measured. */
    public BrowserOptions withSmallWindow() {
        return withArgument("--window-size=640,480");
    }

    /** A camera of 640 by 480 pixels and 30 frames a second. */
    public BrowserOptions withGoodCamera() {
        cameraWidth = 640;
        framesPerSecond = 30;
        return this;
    }

    /**
     * The languages of {@code navigator.languages}.
     *
     * @param tags language tags (BCP 47) separated by commas, the preferred one first
     */
    public BrowserOptions withLanguages(String tags) {
        languages = tags;
        return this;
    }

    /** Logs every request of the browser: {@link Person#network}. */
    public BrowserOptions withNetworkLog() {
        logsNetwork = true;
        return this;
    }

    /** A further argument of the browser's command line. */
    public BrowserOptions withArgument(String argument) {
        arguments.add(argument);
        return this;
    }

    /** Another command than the installed browser. It has to start a browser with the arguments it gets. */
    public BrowserOptions startedBy(Path browserCommand) {
        command = Optional.of(browserCommand);
        // a debugging port would be open in the command's network namespace, where the driver cannot reach it
        return withArgument("--remote-debugging-pipe");
    }

    /** Starts the browser with a new profile. */
    Person start() {
        String name = identity.name().toLowerCase(Locale.ROOT);
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
                // requests to Google that the arguments above do not prevent
                "--host-resolver-rules=MAP *.google.com ~NOTFOUND,MAP *.googleapis.com ~NOTFOUND",
                "--autoplay-policy=no-user-gesture-required",
                "--window-size=" + WINDOW.getWidth() + "," + WINDOW.getHeight(),
                "--user-data-dir=" + profile);
        addDevices(options);
        options.addArguments(arguments);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", languages));
        options.setCapability("goog:loggingPrefs", logs());
        return new Person(name, profile, options, command);
    }

    private void addDevices(ChromeOptions options) {
        if (hasCamera) {
            options.addArguments(
                    "--use-fake-device-for-media-stream",
                    "--use-file-for-fake-video-capture=" + identity.camera(cameraWidth, framesPerSecond));
        } else if (hasMicrophone) {
            options.addArguments("--use-fake-device-for-media-stream=device-count=0");
        }
        if (hasMicrophone) {
            options.addArguments("--use-file-for-fake-audio-capture=" + identity.microphone());
        }
        if (allowsDevices) {
            options.addArguments("--use-fake-ui-for-media-stream");
        }
    }

    private LoggingPreferences logs() {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        if (logsNetwork) {
            logs.enable(LogType.PERFORMANCE, Level.ALL);
        }
        return logs;
    }
}
