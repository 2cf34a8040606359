package videochatroom.it.containers;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.support.Await;
import videochatroom.it.support.RawHttp;
import videochatroom.it.support.RawHttp.Response;

/** The pages, their addresses and the headers of every response. */
class PagesIT extends DeployedWar {

    private static final String CONTEXT = "/video-chat-room";
    private static final Pattern DISCLOSURE =
            Pattern.compile("Exception|\\s+at [\\w.$]+\\(|Payara|GlassFish|WildFly|JBoss|Undertow");
    private static final Pattern SCRIPT = Pattern.compile("src=\"([^\"]+/main\\.js)\"");
    private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"([^\"#]+)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/important-meeting", "/Important-Meeting", "/%C3%A9t%C3%A9", "/e%CC%81", "/_-_", "/7"})
    void aPageIsThere(String path) throws IOException {
        Response page = RawHttp.get(CONTEXT + path);

        assertEquals(200, page.status());
        assertTrue(page.header("Content-Type").orElse("").matches("(?i)text/html(; ?charset=utf-8)?"), page::toString);
        assertSecurityHeaders(page);
    }

    @Test
    void aRoomNameMayHaveSixtyFourCharacters() throws IOException {
        assertEquals(200, RawHttp.get(CONTEXT + "/" + "a".repeat(64)).status());
        assertEquals(404, RawHttp.get(CONTEXT + "/" + "a".repeat(65)).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a%20b",
                "/a.b",
                "/index.html",
                "/room.html",
                "/%F0%9F%98%80",
                "/a%2Fb",
                "/%2F",
                "/a+b",
                "/a@b",
                "/..a",
                "/%20",
                "/a%00b",
                "/%E2%80%8B",
                "/a'b",
                "/%3Cscript%3E"
            })
    void aBadRoomNameGetsAPageThatExplainsNames(String path) throws IOException {
        Response page = RawHttp.get(CONTEXT + path);

        assertTrue(page.status() == 404 || page.status() == 400, () -> path + ": " + page.status());
        assertFalse(DISCLOSURE.matcher(page.body()).find(), page::body);
        if (page.status() == 404) {
            assertTrue(page.body().contains("64"), page::body);
            assertSecurityHeaders(page);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%00",
                "/%ZZ",
                "/%",
                "/%C3",
                "/%FF%FE",
                "/..%2f..%2fWEB-INF/web.xml",
                "/WEB-INF",
                "/WEB-INF/",
                "/WEB-INF/web.xml",
                "/web-inf/web.xml",
                "/WEB-INF/classes/META-INF/",
                "/META-INF/x",
                "/META-INF/MANIFEST.MF",
                "/js/",
                "/js/nothing.js",
                "/js/../WEB-INF/web.xml",
                "/a/b/c",
                "//",
                "//important-meeting",
                "/important-meeting;jsessionid=1",
                "/;/",
                "/api",
                "/api/",
                "/api/nothing",
                "/api/signaling/x",
                "/\\..\\x"
            })
    void aStrangePathDisclosesNothing(String path) throws IOException {
        assertDisclosesNothing(path);
    }

    @Test
    void aVeryLongPathDisclosesNothing() throws IOException {
        assertDisclosesNothing("/" + "a".repeat(4_000));
    }

    /** Only the browser knows the address in front of a proxy. */
    @ParameterizedTest
    @CsvSource({
        "/important-meeting/, /important-meeting",
        "/Important-Meeting/?join, /Important-Meeting?join",
        "/important-meeting/?a=b&c=%2F, /important-meeting?a=b&c=%2F",
        "/important-meeting., /important-meeting",
        "'/Important-Meeting)?join', /important-meeting?join",
        "/important-meeting%22%3E/, /important-meeting",
        "/important-meeting%E2%80%8B%20, /important-meeting",
        "/caf%25C3%25A9, /caf%C3%A9",
        "/caf%C3%A9.?join, /caf%C3%A9?join"
    })
    void aRedirectIsRelativeAndKeepsTheQuery(String path, String target) throws IOException {
        assertRelativeRedirect(CONTEXT + path, CONTEXT + target);
    }

    /** {@link URI#resolve} does not count empty segments, but browsers do (RFC 3986, section 5.2.4). */
    @Test
    void allTrailingSlashesAreTakenOff() throws IOException {
        Response redirect = RawHttp.get(CONTEXT + "/important-meeting//?join");
        assertHeader(redirect, "Location", "\\.\\./\\.\\./important-meeting\\?join");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?join", "?a=b&c=%2F"})
    void theContextPathAloneLeadsToTheLandingPage(String query) throws IOException {
        assertRelativeRedirect(CONTEXT + query, CONTEXT + "/" + query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%EF%BD%92%EF%BD%8F%EF%BD%8F%EF%BD%8D", "/ro%E2%80%8Bom", "/%EF%BB%BFroom"})
    void aRoomMayBeWrittenInOtherWays(String path) throws IOException {
        assertEquals(200, RawHttp.get(CONTEXT + path).status());
    }

    @Test
    void searchEnginesFindTheLandingPageAlone() throws IOException {
        assertEquals(Optional.empty(), RawHttp.get(CONTEXT + "/").header("X-Robots-Tag"));
        assertFalse(RawHttp.get(CONTEXT + "/").body().contains("noindex"));
        Response room = RawHttp.get(CONTEXT + "/important-meeting");
        assertHeader(room, "X-Robots-Tag", "noindex, nofollow");
        assertTrue(room.body().contains("<meta name=\"robots\" content=\"noindex, nofollow\">"), room::body);
        assertFalse(room.body().contains("important-meeting"), "a preview shows no room's name");
        assertHeader(RawHttp.get(CONTEXT + "/a%20b"), "X-Robots-Tag", "noindex, nofollow");
    }

    /** A browser resolves {@code id} against the host, so that all applications of a host would be one. */
    @Test
    void theInstalledApplicationIsIdentifiedByItsStart() throws IOException {
        String manifest = RawHttp.get(CONTEXT + "/manifest.webmanifest").body();
        assertFalse(manifest.contains("\"id\""), manifest);
        assertTrue(manifest.contains("\"start_url\": \"./\""), manifest);
        assertTrue(manifest.contains("\"scope\": \"./\""), manifest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/important-meeting"})
    void headHasThePagesHeaders(String path) throws IOException {
        Response head = RawHttp.send("HEAD", CONTEXT + path);

        assertEquals(200, head.status());
        assertEquals("", head.body());
        assertSecurityHeaders(head);
    }

    @Test
    void scriptsAndStylesHaveTheirTypes() throws IOException {
        var named = SCRIPT.matcher(RawHttp.get(CONTEXT + "/important-meeting").body());
        assertTrue(named.find(), "the page has a script");
        Response script = RawHttp.get(CONTEXT + "/" + named.group(1));
        assertEquals(200, script.status());
        assertTrue(
                script.header("Content-Type").orElse("").matches("(text|application)/javascript.*"),
                () -> script.headers().toString());
        assertSecurityHeaders(script);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/video-chat-room/", "/video-chat-room/important-meeting", "/talk/", "/talk/important-meeting"})
    void theFilesOfAPageExist(String path) throws IOException {
        awaitSecondDeployment();
        Response page = RawHttp.get(path);
        assertEquals(200, page.status());

        var address = ADDRESS.matcher(page.body());
        String base = path.substring(0, path.indexOf('/', 1) + 1);
        int found = 0;
        while (address.find()) {
            String named = address.group(1);
            assertFalse(named.matches("(?i)(https?:)?//.*"), () -> "on another host: " + named);
            String there = named.startsWith("/") ? named : base + named.replaceFirst("^\\./", "");
            assertTrue(there.startsWith(base), () -> named + " is outside of " + base);
            assertEquals(200, RawHttp.get(there).status(), there);
            found++;
        }
        assertTrue(found > 0, "no address found in " + path);
    }

    private static void assertRelativeRedirect(String path, String target) throws IOException {
        Response redirect = RawHttp.get(path);
        assertTrue(redirect.status() == 301 || redirect.status() == 302, redirect::toString);
        URI location = URI.create(redirect.header("Location").orElseThrow());
        assertFalse(location.isAbsolute(), redirect::toString);
        URI page = URI.create("https://proxy.example" + path);
        assertEquals(URI.create("https://proxy.example" + target), page.resolve(location));
    }

    private static void awaitSecondDeployment() {
        Await.until("the second deployment", () -> statusOf("/talk/") == 200, () -> "status " + statusOf("/talk/"));
    }

    private static int statusOf(String path) {
        try {
            return RawHttp.get(path).status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertDisclosesNothing(String path) throws IOException {
        Response response = RawHttp.get(CONTEXT + path);

        assertTrue(response.status() < 500, () -> path + ": " + response.status());
        assertFalse(DISCLOSURE.matcher(response.body()).find(), () -> path + ": " + response);
        assertFalse(response.body().contains("<web-app"), () -> path + ": " + response);
    }

    private static void assertSecurityHeaders(Response response) {
        assertAll(
                () -> assertHeader(response, "Content-Security-Policy", "default-src 'self';.*frame-ancestors .*"),
                () -> assertHeader(response, "X-Content-Type-Options", "nosniff"),
                () -> assertHeader(response, "Referrer-Policy", "no-referrer"),
                () -> assertHeader(response, "Permissions-Policy", ".*camera=\\(self\\).*"),
                () -> assertFalse(
                        response.header("Content-Security-Policy").orElse("").contains("unsafe"),
                        "unsafe in the policy"));
    }

    private static void assertHeader(Response response, String name, String value) {
        assertTrue(response.header(name).orElse("").matches(value), () -> name + ": " + response.header(name));
    }
}
