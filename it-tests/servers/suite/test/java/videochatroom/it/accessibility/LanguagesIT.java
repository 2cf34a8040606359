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
import videochatroom.it.support.Await;
import videochatroom.it.support.BrowserOptions;
import videochatroom.it.support.People;
import videochatroom.it.support.Person;
import videochatroom.it.support.Server;
import videochatroom.it.support.TestIdentity;

/** The pages are in the browser's language, or in the one that a person chooses. */
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
    void ofTheBrowser(String preferred, String language, String direction, String start, String mute) {
        Person alice = people.start(BrowserOptions.of(TestIdentity.ALICE).withLanguages(preferred));
        alice.open(Server.base());
        awaitText(alice, "#start [type=submit]", start);
        assertLanguage(alice, language, direction);

        alice.open(Server.base().resolve("not%20a%20name"));
        awaitLanguage(alice, language, direction);

        RoomPage.open(alice, Server.base().resolve("languages-" + language))
                .is("waiting")
                .hasPressed(mute, false);
        assertLanguage(alice, language, direction);
    }

    @Test
    void ofThePersonsChoiceAndRememberedOnEveryPage() {
        Person alice = people.start(TestIdentity.ALICE);
        alice.open(Server.base());
        awaitText(alice, "#start [type=submit]", "Start");
        choose(alice, "العربية");
        awaitText(alice, "#start [type=submit]", "ابدأ");
        assertLanguage(alice, "ar", "rtl");

        RoomPage.open(alice, Server.base().resolve("languages-choice"))
                .is("waiting")
                .press("المزيد")
                .press("الإعدادات");
        choose(alice, "日本語");
        RoomPage.of(alice).hasPressed("マイクをミュート", false).is("waiting");
        assertLanguage(alice, "ja", "ltr");
    }

    /** Waits for the list of languages: a script adds it after the page's texts. */
    private static void choose(Person person, String language) {
        By choice = By.cssSelector("language-choice select");
        Await.until(
                person.name() + " to have the list of languages",
                () -> !person.browser().findElements(choice).isEmpty(),
                () -> person.browser().getPageSource());
        new Select(person.browser().findElement(choice)).selectByVisibleText(language);
    }

    private static void awaitText(Person person, String selector, String text) {
        Await.until(
                person.name() + " to read " + text,
                () -> person.browser().findElements(By.cssSelector(selector)).stream()
                        .anyMatch(element -> element.getText().equals(text)),
                person::console);
    }

    private static void awaitLanguage(Person person, String language, String direction) {
        Await.until(
                person.name() + " to read " + language,
                () -> person.browser().executeScript(LANGUAGE_FILES).equals(List.of(language + ".js")),
                person::console);
        assertLanguage(person, language, direction);
    }

    /** The page declares the language and has loaded the file of no other one. */
    private static void assertLanguage(Person person, String language, String direction) {
        assertEquals(
                List.of(language, direction),
                person.browser().executeScript("const { lang, dir } = document.documentElement; return [lang, dir];"));
        assertEquals(List.of(language + ".js"), person.browser().executeScript(LANGUAGE_FILES));
    }
}
