package videochatroom.it.support;

import java.nio.file.Path;
import java.util.Optional;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Starts the browsers of this machine, so that Selenium asks nobody for others. */
public final class Browsers {

    private static final String[] NAMES = {"chromium", "chromium-browser", "google-chrome"};
    private static final String DRIVER = "chromedriver";

    private Browsers() {}

    /** The command that starts a browser, if this machine has one. */
    public static Optional<Path> installed() {
        return Tools.find(NAMES);
    }

    /** Starts a browser, by a command of its own if one is given. A test is skipped where there is none. */
    static Chrome start(ChromeOptions options, Optional<Path> command) {
        Optional<Path> browser = command.or(Browsers::installed);
        Tools.skipUnless(browser.isPresent(), "what people see in their browsers", "missing: chromium");
        Tools.require("what people see in their browsers", DRIVER);
        options.setBinary(browser.get().toFile());
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Tools.find(DRIVER).orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        return new Chrome(service, options);
    }
}
