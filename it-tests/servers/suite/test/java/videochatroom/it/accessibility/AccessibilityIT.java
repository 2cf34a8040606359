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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import videochatroom.it.support.People;
import videochatroom.it.support.Project;
import videochatroom.it.support.Server;
import videochatroom.it.support.TestIdentity;

/** Every page is accessible in every state, light and dark, narrow and wide. */
@Tag("browser")
class AccessibilityIT extends DeployedWar {

    private static final Path CALL_STATE = Project.path("webapp", "js", "room", "call-state.js");
    private static final List<Viewport> VIEWPORTS = List.of(
            Viewport.NARROW, Viewport.NARROW.inDarkMode(), Viewport.WIDE, Viewport.WIDE.inDarkMode(), Viewport.ZOOMED);

    private static final String MOVING_AND_LIVE = """
            return [...document.querySelectorAll(".seconds, .countdown, level-bar, signal-bars, .figures, video")]
              .filter((moving) => moving.closest("[role=status], [role=alert], [role=log], [aria-live]"))
              .map(({ outerHTML }) => outerHTML);
            """;

    /** Marks that have the colour of what is behind them, and states whose borders are those of the opposite state. */
    private static final String UNSEEN = """
            const styleOf = (selector) => {
              const [path, pseudo] = selector.split("::");
              return getComputedStyle(document.querySelector(path), pseudo && `::${pseudo}`);
            };
            const ground = styleOf("html").backgroundColor.match(/[.\\d]+/g).slice(0, 3).join();
            const isSeen = (selector) => {
              const [red, green, blue, opacity = "1"] = styleOf(selector).backgroundColor.match(/[.\\d]+/g);
              return opacity !== "0" && [red, green, blue].join() !== ground;
            };
            const borderOf = (selector) => {
              const { borderTopWidth, borderTopColor, outlineStyle } = styleOf(selector);
              return [borderTopWidth, borderTopColor, outlineStyle].join();
            };
            const marks = [".received span:nth-child(2)", ".sent span:nth-child(3)", ".level-fill",
              ".remote-picture .person-tag::before", ".status-line .sentence::before"];
            const opposites = [
              [".bar [aria-pressed=true]", ".bar [aria-pressed=false]"],
              [".bar [aria-expanded=true]", ".bar [aria-expanded=false]"],
              [".bar [data-attention]", ".bar [aria-pressed=true]:not([data-attention])"],
              [".remote-picture::after", ".own-picture::after"],
            ];
            return [
              ...marks.filter((mark) => !isSeen(mark)),
              ...opposites.filter(([one, other]) => borderOf(one) === borderOf(other)).map(String),
            ];
            """;

    @RegisterExtension
    final People people = new People();

    @TestFactory
    Stream<DynamicTest> everyStatePassesAxeAndIsInReach() {
        var player = new StatePlayer(people.start(TestIdentity.ALICE), Server.base());
        return PageStates.all().stream()
                .map(state -> dynamicTest(state.name(), () -> {
                    player.show(state);
                    assertAll(VIEWPORTS.stream().map(viewport -> () -> check(player, viewport)));
                }));
    }

    /** In the language with the longest words, and in one that is written from right to left. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "ar"})
    void everyStateIsInReachInOtherLanguages(String language) {
        var player = new StatePlayer(people.start(TestIdentity.ALICE), Server.base());
        player.chooseLanguage(language);
        assertAll(PageStates.all().stream().map(state -> () -> {
            player.show(state);
            for (Viewport viewport : List.of(Viewport.NARROW, Viewport.ZOOMED)) {
                viewport.applyTo(player.person());
                List<String> problems = LayoutCheck.problems(player.person().browser());
                assertTrue(problems.isEmpty(), () -> state + ", " + viewport + ": " + problems);
            }
            assertEquals(language, player.person().browser().executeScript("return document.documentElement.lang"));
        }));
    }

    /** The browser scales the letters and what is measured by them, but not the window. */
    @TestFactory
    Stream<DynamicTest> everyStateIsInReachWithLargeText() {
        var player = new StatePlayer(people.start(TestIdentity.ALICE), Server.base());
        return PageStates.all().stream()
                .map(state -> dynamicTest(state.name(), () -> {
                    player.show(state);
                    for (Viewport viewport : Viewport.LARGE_TEXT) {
                        viewport.applyTo(player.person());
                        List<String> problems =
                                LayoutCheck.problems(player.person().browser());
                        assertTrue(problems.isEmpty(), () -> viewport + ": " + problems);
                    }
                }));
    }

    /** The browser replaces all backgrounds. */
    @Test
    void nothingIsToldByABackgroundAloneWithForcedColours() {
        var player = new StatePlayer(people.start(TestIdentity.ALICE), Server.base());
        Map<String, Object> call = new HashMap<>(Map.of("phase", "connected", "own", true, "remote", true));
        call.putAll(Map.of("microphone", "off", "camera", "off", "mutedTalk", true, "otherSpeaking", true));
        call.put("received", Map.of("bars", 2, "trouble", ""));
        call.put("sent", Map.of("bars", 3, "trouble", ""));
        call.put("connection", "direct");
        player.simulate(call);
        player.click("call-controls [aria-controls=chat-panel]");
        Viewport.forceColours(player.person());

        assertEquals(List.of(), player.person().browser().executeScript(UNSEEN));
    }

    /** What moves by itself would be read again and again. */
    @Test
    void nothingThatMovesByItselfIsInALiveRegion() {
        var player = new StatePlayer(people.start(TestIdentity.ALICE), Server.base());
        assertAll(PageStates.all().stream().map(state -> () -> {
            player.show(state);
            assertEquals(List.of(), player.person().browser().executeScript(MOVING_AND_LIVE), state.name());
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyStateOfACallIsAnnounced() {
        var player = new StatePlayer(people.start(TestIdentity.BOB), Server.base());
        return PageStates.all().stream()
                // an open sheet is modal: nothing below it is announced
                .filter(state -> !state.phase().isEmpty() && !state.hasSheet())
                .map(state -> dynamicTest(state.name(), () -> {
                    player.show(otherThan(state));
                    WebElement before = player.status();
                    String announcedBefore = player.announced();

                    player.show(state);

                    WebElement status = player.status();
                    assertEquals("status", status.getAriaRole(), "the role of the status");
                    assertFalse(player.announced().isEmpty(), "an announcement");
                    assertNotEquals(announcedBefore, player.announced(), "the announcement of another state");
                    if (isShownOnTheSamePage(state)) {
                        assertEquals(before, status, "a new live region would not be announced");
                    }
                }));
    }

    @Test
    void theFocusGoesToTheMessageWhenTheControlsGo() {
        var player = new StatePlayer(people.start(TestIdentity.CAROL), Server.base());
        player.hangUp();

        String focused = player.person().browser().switchTo().activeElement().getText();
        assertEquals("You have left the call", focused);
    }

    /** A phase without a page state would be in no test of this class. */
    @Test
    void thereIsAPageStateForEveryPhase() throws IOException {
        String typedef = Files.readString(CALL_STATE).split("@typedef", 3)[1];
        Set<String> phases = Pattern.compile("\"([a-z-]+)\"")
                .matcher(typedef.substring(typedef.indexOf('{'), typedef.indexOf('}')))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> shown =
                PageStates.all().stream().map(PageState::phase).collect(Collectors.toCollection(TreeSet::new));
        shown.remove("");

        assertEquals(phases, shown);
    }

    private static void check(StatePlayer player, Viewport viewport) {
        viewport.applyTo(player.person());
        List<String> problems = Stream.concat(
                        Axe.violations(player.person().browser()).stream(),
                        LayoutCheck.problems(player.person().browser()).stream())
                .toList();
        assertTrue(problems.isEmpty(), () -> viewport + ":\n" + String.join("\n", problems));
    }

    private static PageState otherThan(PageState state) {
        String other = state.phase().equals("joining") ? "preparing" : "joining";
        return PageStates.all().stream()
                .filter(candidate -> candidate.name().equals(other))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the state does not load the page anew. */
    private static boolean isShownOnTheSamePage(PageState state) {
        return !Set.of("lobby", "waiting", "room-full", "hung-up").contains(state.name());
    }
}
