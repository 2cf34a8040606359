package videochatroom.it.containers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.support.Server;

/** Every server sends the client compressed, and browsers never mix the files of two versions. */
class CachingIT extends DeployedWar {

    /** In bytes, compressed. */
    private static final int BUDGET = 90_000;

    private static final Pattern REFERENCE = Pattern.compile("<(?:link|script)[^>]* (?:href|src)=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void thePageAndItsFilesAreCompressedAndWithinTheBudget() throws Exception {
        HttpResponse<byte[]> page = get("a-room", "Accept-Encoding", "gzip, deflate, br");
        assertCompressed(page);
        int sum = page.body().length;
        List<String> names = referencedBy(page);
        names.add(versionOf(names) + "icons/icons.svg");
        names.add(versionOf(names) + "js/ui/languages/ar.js");
        for (String name : names) {
            HttpResponse<byte[]> file = get(name, "Accept-Encoding", "gzip, deflate, br");
            if (!name.endsWith(".png")) {
                assertCompressed(file);
            }
            sum += file.body().length;
        }
        int all = sum;
        assertTrue(names.size() >= 7, names::toString);
        assertTrue(all <= BUDGET, () -> all + " bytes");
    }

    @Test
    void versionedFilesAreCachedForeverAndPagesAreRevalidated() throws Exception {
        HttpResponse<byte[]> page = get("a-room");
        assertEquals("no-cache", header(page, "Cache-Control"));
        String script = referencedBy(page).stream()
                .filter(name -> name.endsWith("main.js"))
                .findFirst()
                .orElseThrow();
        assertTrue(header(get(script), "Cache-Control").matches("public, max-age=31536000, immutable"), script);
        // a file of another version is missing, not replaced by the current one
        String gone = script.replaceFirst("assets/[0-9a-f]+/", "assets/0123456789abcdef/");
        assertEquals(404, get(gone).statusCode());
        assertEquals("no-cache", header(get(gone), "Cache-Control"));
    }

    @Test
    void aCachedPageIsNotSentAgain() throws Exception {
        HttpResponse<byte[]> first = get("", "Accept-Encoding", "gzip");
        HttpResponse<byte[]> second = get("", "Accept-Encoding", "gzip", "If-None-Match", header(first, "ETag"));

        assertEquals(304, second.statusCode());
        assertEquals(0, second.body().length);
        assertEquals("no-cache", header(second, "Cache-Control"));
    }

    /** What the server says of a navigation belongs to that navigation. */
    @Test
    void theRoomsPageIsSentAnewEachTime() throws Exception {
        HttpResponse<byte[]> page = get("a-room", "Sec-Fetch-Site", "cross-site", "If-None-Match", "*");
        assertEquals(200, page.statusCode());
        assertEquals("", header(page, "ETag"));
        assertEquals("no-cache", header(page, "Cache-Control"));
        assertEquals("sec-fetch-site;desc=\"cross-site\"", header(page, "Server-Timing"));
        assertEquals("sec-fetch-site;desc=\"none\"", header(get("a-room", "Sec-Fetch-Site", "none"), "Server-Timing"));
        assertEquals("", header(get("a-room"), "Server-Timing"));
        // only known words are passed on
        assertEquals("", header(get("a-room", "Sec-Fetch-Site", "none\", straight-in"), "Server-Timing"));
        assertEquals("straight-in", header(get("kiosk"), "Server-Timing"));
    }

    /** A browser that asks ahead says "none" also when another site is behind it. */
    @Test
    void theRoomsPageIsNotSentAhead() throws Exception {
        for (String purpose : List.of("prefetch", "prefetch;prerender", "prefetch;anonymous-client-ip")) {
            HttpResponse<byte[]> ahead = get("a-room", "Sec-Purpose", purpose, "Sec-Fetch-Site", "none");
            assertEquals(403, ahead.statusCode(), purpose);
            assertEquals("no-store", header(ahead, "Cache-Control"), purpose);
            assertEquals("", header(ahead, "Server-Timing"), purpose);
        }
    }

    @Test
    void clientsWithoutGzipGetUncompressedFiles() throws Exception {
        HttpResponse<byte[]> compressed = get("a-room", "Accept-Encoding", "gzip");
        for (String accepted : List.of("identity", "br", "gzip;q=0")) {
            HttpResponse<byte[]> plain = get("a-room", "Accept-Encoding", accepted);
            assertEquals("", header(plain, "Content-Encoding"), accepted);
            assertArrayEquals(inflate(compressed.body()), plain.body(), accepted);
            assertTrue(
                    !header(get("", "Accept-Encoding", accepted), "ETag")
                            .equals(header(get("", "Accept-Encoding", "gzip"), "ETag")),
                    "other bytes have another ETag");
        }
    }

    private static void assertCompressed(HttpResponse<byte[]> response) {
        assertEquals(200, response.statusCode(), response.uri()::toString);
        assertEquals("gzip", header(response, "Content-Encoding"), response.uri()::toString);
        assertTrue(header(response, "Vary").contains("Accept-Encoding"), response.uri()::toString);
    }

    private static List<String> referencedBy(HttpResponse<byte[]> page) throws IOException {
        byte[] body = header(page, "Content-Encoding").equals("gzip") ? inflate(page.body()) : page.body();
        return new ArrayList<>(REFERENCE
                .matcher(new String(body, StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1))
                .toList());
    }

    private static String versionOf(List<String> names) {
        return names.stream()
                .filter(name -> name.startsWith("assets/"))
                .map(name -> name.substring(0, name.indexOf('/', "assets/".length()) + 1))
                .findFirst()
                .orElseThrow();
    }

    private static String header(HttpResponse<?> response, String name) {
        return String.join(", ", response.headers().allValues(name));
    }

    private static byte[] inflate(byte[] compressed) throws IOException {
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return stream.readAllBytes();
        }
    }

    private HttpResponse<byte[]> get(String name, String... headers) throws IOException, InterruptedException {
        URI address = Server.base().resolve(name);
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        return http.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
    }
}
