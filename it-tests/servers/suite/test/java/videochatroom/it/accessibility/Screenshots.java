package videochatroom.it.accessibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.support.Looks;
import videochatroom.it.support.People;
import videochatroom.it.support.Project;
import videochatroom.it.support.Server;

/**
 * Pictures of every page in every state, on a telephone, a tablet and a computer, light and dark, from left to right
 * and from right to left, for people to look at: {@code mvn verify -Pscreenshots} leaves them in
 * {@code target/screenshots}, with an {@code index.html} of all; {@code -Dscreenshots.languages=en,de} chooses the
 * languages.
 */
class Screenshots extends DeployedWar {

    @RegisterExtension
    final People people = new People();

    @Test
    void ofEveryPageInEveryState() throws IOException {
        var theatre = new Theatre(people.sitDown(Looks.ALICE), Server.base());
        var index = new ArrayList<String>();
        for (String language :
                System.getProperty("screenshots.languages", "en,ar").split(",", -1)) {
            theatre.speak(language);
            for (Scene scene : Scenes.all()) {
                theatre.play(scene);
                index.add(row(theatre, language, scene));
            }
        }
        Files.writeString(
                Project.target("screenshots", "index.html"),
                "<!doctype html><meta charset=utf-8><title>Every page in every state</title>"
                        + String.join("\n", index));
    }

    private static String row(Theatre theatre, String language, Scene scene) {
        var row = new StringBuilder("<h2>" + scene.name() + "</h2>");
        for (View view : views()) {
            view.applyTo(theatre.person());
            Path file = Path.of(language, view.toString().replace(' ', '-'), scene.name() + ".png");
            theatre.person().screenshot(Project.target("screenshots", file.toString()));
            row.append("<img loading=lazy height=400 src=\"%s\" alt=\"%s\">\n".formatted(file, view));
        }
        return row.toString();
    }

    private static List<View> views() {
        return View.PICTURES.stream()
                .flatMap(view -> List.of(view, view.inTheDark()).stream())
                .toList();
    }
}
