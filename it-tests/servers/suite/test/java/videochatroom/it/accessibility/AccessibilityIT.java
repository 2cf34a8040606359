package videochatroom.it.accessibility;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.support.Looks;
import videochatroom.it.support.People;
import videochatroom.it.support.Project;
import videochatroom.it.support.Server;

/** Every page in every state, light and dark, narrow and wide, can be used by everybody. */
@Tag("browser")
class AccessibilityIT extends DeployedWar {

    private static final Path CALL_STATE = Project.path("webapp", "js", "room", "call-state.js");
    private static final List<View> VIEWS =
            List.of(View.NARROW, View.NARROW.inTheDark(), View.WIDE, View.WIDE.inTheDark(), View.ZOOMED);

    @RegisterExtension
    final People people = new People();

    @TestFactory
    Stream<DynamicTest> everyStateKeepsTheRulesAndIsInReach() {
        var theatre = new Theatre(people.sitDown(Looks.ALICE), Server.base());
        return Scenes.all().stream()
                .map(scene -> dynamicTest(scene.name(), () -> {
                    theatre.play(scene);
                    assertAll(VIEWS.stream().map(view -> () -> look(theatre, view)));
                }));
    }

    /** Of the languages with the longest words, and from right to left. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "ar"})
    void everyStateIsInReachInOtherLanguages(String language) {
        var theatre = new Theatre(people.sitDown(Looks.ALICE), Server.base());
        theatre.speak(language);
        assertAll(Scenes.all().stream().map(scene -> () -> {
            theatre.play(scene);
            for (View view : List.of(View.NARROW, View.ZOOMED)) {
                view.applyTo(theatre.person());
                List<String> problems = Reach.problems(theatre.person().browser());
                assertTrue(problems.isEmpty(), () -> scene + ", " + view + ": " + problems);
            }
            assertEquals(language, theatre.person().browser().executeScript("return document.documentElement.lang"));
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyStateOfACallIsAnnounced() {
        var theatre = new Theatre(people.sitDown(Looks.BOB), Server.base());
        return Scenes.all().stream()
                // below an open sheet all is silent, until it is closed
                .filter(scene -> !scene.phase().isEmpty() && !scene.hasSheet())
                .map(scene -> dynamicTest(scene.name(), () -> {
                    theatre.play(opposite(scene));
                    WebElement before = theatre.status();
                    String saidBefore = theatre.announced();

                    theatre.play(scene);

                    WebElement status = theatre.status();
                    assertEquals("status", status.getAriaRole(), "what a screen reader takes it for");
                    assertFalse(theatre.announced().isEmpty(), "something is said");
                    assertNotEquals(saidBefore, theatre.announced(), "another state, another sentence");
                    if (isShown(scene)) {
                        assertEquals(before, status, "a region that is made anew says nothing");
                    }
                }));
    }

    @Test
    void theFocusGoesToTheMessageWhenTheControlsGo() {
        var theatre = new Theatre(people.sitDown(Looks.CAROL), Server.base());
        theatre.hangUp();

        String focused = theatre.person().browser().switchTo().activeElement().getText();
        assertEquals("You have left the call", focused);
    }

    /** A phase that nobody has thought of here would be in no other test either. */
    @Test
    void thereIsASceneForEveryPhase() throws IOException {
        String typedef = Files.readString(CALL_STATE).split("@typedef", 3)[1];
        Set<String> phases = Pattern.compile("\"([a-z-]+)\"")
                .matcher(typedef.substring(typedef.indexOf('{'), typedef.indexOf('}')))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> played = Scenes.all().stream().map(Scene::phase).collect(Collectors.toCollection(TreeSet::new));
        played.remove("");

        assertEquals(phases, played);
    }

    private static void look(Theatre theatre, View view) {
        view.applyTo(theatre.person());
        List<String> problems = Stream.concat(
                        Axe.violations(theatre.person().browser()).stream(),
                        Reach.problems(theatre.person().browser()).stream())
                .toList();
        assertTrue(problems.isEmpty(), () -> view + ":\n" + String.join("\n", problems));
    }

    private static Scene opposite(Scene scene) {
        String other = scene.phase().equals("joining") ? "preparing" : "joining";
        return Scenes.all().stream()
                .filter(candidate -> candidate.name().equals(other))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the scene is played on the page of the one before. */
    private static boolean isShown(Scene scene) {
        return !Set.of("lobby", "waiting", "room-full", "hung-up").contains(scene.name());
    }
}
