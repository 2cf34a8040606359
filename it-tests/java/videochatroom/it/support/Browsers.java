package videochatroom.it.support;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.NoSuchDriverException;

/**
 * Starts browsers: those of this machine where it has them, so that Selenium asks nobody for others.
 *
 * <p>{@code it-tests/support/ensure-browser.sh} has seen to it that there is one.
 */
public final class Browsers {

    private Browsers() {}

    /** The command that starts a browser, if this machine has one. */
    public static Optional<Path> installed() {
        return onPath("chromium", "chromium-browser", "google-chrome").map(File::toPath);
    }

    /** Starts a browser, by a command of its own if one is given. */
    static ChromeDriver start(ChromeOptions options, Optional<Path> command) {
        Optional<File> driver = onPath("chromedriver");
        Optional<File> browser = command.or(Browsers::installed).map(Path::toFile);
        if (driver.isEmpty() || browser.isEmpty()) {
            return startFetched(options);
        }
        options.setBinary(browser.get());
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.get())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options);
    }

    private static ChromeDriver startFetched(ChromeOptions options) {
        try {
            return new ChromeDriver(options);
        } catch (NoSuchDriverException e) {
            throw new IllegalStateException(
                    "No browser for the tests: install chromium and chromedriver"
                            + " (Debian: apt-get install chromium chromium-driver)",
                    e);
        }
    }

    private static Optional<File> onPath(String... names) {
        return Arrays.stream(names)
                .flatMap(Browsers::inEveryDirectory)
                .filter(Files::isExecutable)
                .map(Path::toFile)
                .findFirst();
    }

    private static Stream<Path> inEveryDirectory(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, name));
    }
}
