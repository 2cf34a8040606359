package videochatroom.it.accessibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.support.People;
import videochatroom.it.support.Project;
import videochatroom.it.support.Server;
import videochatroom.it.support.TestIdentity;

/**
 * Takes screenshots of every page in every state, on a phone, a tablet and a desktop, light and dark, in English and
 * Arabic. {@code mvn verify -Pscreenshots} writes them to {@code target/screenshots}, with an {@code index.html}.
 * {@code -Dscreenshots.languages=en,de} chooses other languages.
 */
class Screenshots extends DeployedWar {

    @RegisterExtension
    final People people = new People();

    @Test
    void ofEveryPageInEveryState() throws IOException {
        var player = new StatePlayer(people.start(TestIdentity.ALICE), Server.base());
        var index = new ArrayList<String>();
        for (String language :
                System.getProperty("screenshots.languages", "en,ar").split(",", -1)) {
            player.chooseLanguage(language);
            for (PageState state : PageStates.all()) {
                player.show(state);
                index.add(row(player, language, state));
            }
        }
        Files.writeString(
                Project.target("screenshots", "index.html"),
                "<!doctype html><meta charset=utf-8><title>Every page in every state</title>"
                        + String.join("\n", index));
    }

    private static String row(StatePlayer player, String language, PageState state) {
        var row = new StringBuilder("<h2>" + state.name() + "</h2>");
        for (Viewport viewport : viewports()) {
            viewport.applyTo(player.person());
            Path file = Path.of(language, viewport.toString().replace(' ', '-'), state.name() + ".png");
            player.person().screenshot(Project.target("screenshots", file.toString()));
            row.append("<img loading=lazy height=400 src=\"%s\" alt=\"%s\">\n".formatted(file, viewport));
        }
        return row.toString();
    }

    private static List<Viewport> viewports() {
        return Viewport.SCREENSHOTS.stream()
                .flatMap(viewport -> List.of(viewport, viewport.inDarkMode()).stream())
                .toList();
    }
}
