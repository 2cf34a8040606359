package videochatroom.it.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Chrome that records what DevTools commands changed in its tab, so that {@link #reset} can undo it. */
final class Chrome extends ChromeDriver {

    private static final String RUN_IN_EVERY_PAGE = "Page.addScriptToEvaluateOnNewDocument";

    private final List<Object> scripts = new ArrayList<>();
    private boolean tabChanged;

    Chrome(ChromeDriverService service, ChromeOptions options) {
        super(service, options);
    }

    /** Runs a DevTools command. Effects of a command outside the domain {@code Browser} last until the tab closes. */
    @Override
    public Map<String, Object> executeCdpCommand(String command, Map<String, Object> parameters) {
        Map<String, Object> answer = super.executeCdpCommand(command, parameters);
        if (command.equals(RUN_IN_EVERY_PAGE)) {
            scripts.add(answer.get("identifier"));
        } else if (!command.startsWith("Browser.")) {
            tabChanged = true;
        }
        return answer;
    }

    /** Runs a script in every page opened from now on, before the page's own scripts. */
    void runInEveryPage(String script) {
        executeCdpCommand(RUN_IN_EVERY_PAGE, Map.of("source", script));
    }

    /**
     * Leaves one empty tab and deletes the data of these origins. An unchanged tab is reused, because opening another
     * one takes half a second.
     */
    void reset(Set<String> origins) {
        if (tabChanged || origins.size() > 1 || getWindowHandles().size() > 1) {
            replaceTab();
        } else {
            emptyTab();
        }
        scripts.clear();
        for (String origin : origins) {
            super.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all"));
        }
        super.executeCdpCommand("Network.clearBrowserCache", Map.of());
        super.executeCdpCommand("Browser.resetPermissions", Map.of());
        super.executeCdpCommand("Browser.setDownloadBehavior", Map.of("behavior", "default"));
        tabChanged = false;
    }

    private void replaceTab() {
        Set<String> before = getWindowHandles();
        String another = switchTo().newWindow(WindowType.TAB).getWindowHandle();
        for (String tab : before) {
            switchTo().window(tab).close();
        }
        switchTo().window(another);
    }

    private void emptyTab() {
        for (Object script : scripts) {
            super.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script));
        }
        try {
            executeScript("sessionStorage.clear(); window.name = ''");
        } catch (JavascriptException e) {
            // an empty page or an error page has no storage
        }
        get("about:blank");
    }
}
