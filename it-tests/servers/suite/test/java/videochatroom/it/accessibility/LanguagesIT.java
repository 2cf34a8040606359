package videochatroom.it.accessibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.pages.RoomPage;
import videochatroom.it.support.Looks;
import videochatroom.it.support.Patience;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.Server;

/** The pages speak the language of the browser, or the one that a person chooses. */
@Tag("browser")
class LanguagesIT extends DeployedWar {

    private static final String LANGUAGE_FILES = """
            return performance.getEntriesByType("resource").map(({ name }) => name)
              .filter((name) => name.includes("/languages/"))
              .map((name) => name.slice(name.lastIndexOf("/") + 1));
            """;

    @RegisterExtension
    final People people = new People();

    @ParameterizedTest
    @CsvSource({
        "'en-GB,fr', en, ltr, Start, Mute microphone",
        "'nl,de-AT,en', de, ltr, Los geht’s, Mikrofon stummschalten",
        "'fr-CA', fr, ltr, Commencer, Couper le microphone",
        "'es-MX,es', es, ltr, Empezar, Silenciar el micrófono",
        "'ar-EG', ar, rtl, ابدأ, كتم الميكروفون",
        "'ja', ja, ltr, 始める, マイクをミュート",
        "'nl,tlh', en, ltr, Start, Mute microphone",
    })
    void ofTheBrowser(String wished, String language, String direction, String start, String mute) {
        Person alice = people.sitDown(People.equipment(Looks.ALICE).reading(wished));
        alice.open(Server.base());
        awaitText(alice, "#start [type=submit]", start);
        assertSpeaks(alice, language, direction);

        alice.open(Server.base().resolve("not%20a%20name"));
        awaitSpeaks(alice, language, direction);

        RoomPage.open(alice, Server.base().resolve("languages-" + language))
                .is("waiting")
                .hasPressed(mute, false);
        assertSpeaks(alice, language, direction);
    }

    @Test
    void ofThePersonsChoiceAndRememberedOnEveryPage() {
        Person alice = people.sitDown(Looks.ALICE);
        alice.open(Server.base());
        awaitText(alice, "#start [type=submit]", "Start");
        choose(alice, "العربية");
        awaitText(alice, "#start [type=submit]", "ابدأ");
        assertSpeaks(alice, "ar", "rtl");

        RoomPage.open(alice, Server.base().resolve("languages-choice"))
                .is("waiting")
                .press("المزيد")
                .press("الإعدادات");
        choose(alice, "日本語");
        RoomPage.of(alice).hasPressed("マイクをミュート", false).is("waiting");
        assertSpeaks(alice, "ja", "ltr");
    }

    /** As soon as there is a choice: a script makes it, and the page has its words before that. */
    private static void choose(Person person, String language) {
        By choice = By.cssSelector("language-choice select");
        Patience.until(
                person.name() + " to have a choice of languages",
                () -> !person.browser().findElements(choice).isEmpty(),
                () -> person.browser().getPageSource());
        new Select(person.browser().findElement(choice)).selectByVisibleText(language);
    }

    private static void awaitText(Person person, String selector, String text) {
        Patience.until(
                person.name() + " to read " + text,
                () -> person.browser().findElements(By.cssSelector(selector)).stream()
                        .anyMatch(element -> element.getText().equals(text)),
                person::console);
    }

    private static void awaitSpeaks(Person person, String language, String direction) {
        Patience.until(
                person.name() + " to read " + language,
                () -> person.browser().executeScript(LANGUAGE_FILES).equals(List.of(language + ".js")),
                person::console);
        assertSpeaks(person, language, direction);
    }

    /** The page says so, and nothing of another language was loaded. */
    private static void assertSpeaks(Person person, String language, String direction) {
        assertEquals(
                List.of(language, direction),
                person.browser().executeScript("const { lang, dir } = document.documentElement; return [lang, dir];"));
        assertEquals(List.of(language + ".js"), person.browser().executeScript(LANGUAGE_FILES));
    }
}
