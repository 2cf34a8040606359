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

/** Chrome, which notes what DevTools did to its tab, so that the tab can be made as good as new. */
final class Chrome extends ChromeDriver {

    private static final String RUN_IN_EVERY_PAGE = "Page.addScriptToEvaluateOnNewDocument";

    private final List<Object> scripts = new ArrayList<>();
    private boolean tabIsChanged;

    Chrome(ChromeDriverService service, ChromeOptions options) {
        super(service, options);
    }

    /** Asks DevTools for something; what is not about the browser as a whole ends with the tab only. */
    @Override
    public Map<String, Object> executeCdpCommand(String command, Map<String, Object> parameters) {
        Map<String, Object> answer = super.executeCdpCommand(command, parameters);
        if (command.equals(RUN_IN_EVERY_PAGE)) {
            scripts.add(answer.get("identifier"));
        } else if (!command.startsWith("Browser.")) {
            tabIsChanged = true;
        }
        return answer;
    }

    /** Has a script run in every page to come, before its own ones. */
    void runInEveryPage(String script) {
        executeCdpCommand(RUN_IN_EVERY_PAGE, Map.of("source", script));
    }

    /**
     * Leaves one tab, empty, with nothing of the pages of these origins. The tab stays if nothing was done to it, since
     * another one takes half a second.
     */
    void forget(Set<String> origins) {
        if (tabIsChanged || origins.size() > 1 || getWindowHandles().size() > 1) {
            openAnotherTab();
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
        tabIsChanged = false;
    }

    private void openAnotherTab() {
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
            // an empty page, or one of an error, has no storage
        }
        get("about:blank");
    }
}
