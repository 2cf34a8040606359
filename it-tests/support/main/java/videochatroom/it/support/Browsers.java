package videochatroom.it.support;

import java.nio.file.Path;
import java.util.Optional;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Starts the browsers installed on this machine, so that Selenium does not download any. */
public final class Browsers {

    private static final String[] NAMES = {"chromium", "chromium-browser", "google-chrome"};
    private static final String DRIVER = "chromedriver";

    private Browsers() {}

    /** The command of the installed browser, if there is one. */
    public static Optional<Path> installed() {
        return Tools.find(NAMES);
    }

    /** Starts a browser, by the given command if there is one. Skips the test where no browser is installed. */
    static Chrome start(ChromeOptions options, Optional<Path> command) {
        Optional<Path> browser = command.or(Browsers::installed);
        Tools.skipUnless(browser.isPresent(), "the pages in browsers", "missing: chromium");
        Tools.require("the pages in browsers", DRIVER);
        options.setBinary(browser.get().toFile());
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Tools.find(DRIVER).orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        return new Chrome(service, options);
    }
}
