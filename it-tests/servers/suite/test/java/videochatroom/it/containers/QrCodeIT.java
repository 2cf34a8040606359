package videochatroom.it.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import videochatroom.it.deployment.DeployedWar;
import videochatroom.it.support.RawHttp;
import videochatroom.it.support.RawHttp.Response;
import videochatroom.it.support.Server;

/** The address of a room as a QR code. */
class QrCodeIT extends DeployedWar {

    private static final String ENDPOINT = "/video-chat-room/api/qr-code";
    private static final Pattern VIEW_BOX = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"");
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");

    /** Pixels per module. */
    private static final int SCALE = 4;

    @ParameterizedTest
    @CsvSource({
        "tea, tea",
        "Important-Meeting, important-meeting",
        "été, %C3%A9t%C3%A9",
        "会議室, %E4%BC%9A%E8%AD%B0%E5%AE%A4"
    })
    void itContainsTheRoomsAddress(String room, String segment) throws Exception {
        Response image = request(room, Server.base().toString());

        assertEquals(200, image.status(), image::body);
        assertEquals(Server.base() + segment, decode(image.body()));
    }

    @Test
    void theLongestNameFits() throws Exception {
        String name = "会".repeat(64);
        Response image = request(name, Server.base().toString());

        assertEquals(200, image.status(), image::body);
        assertEquals(Server.base() + URLEncoder.encode(name, StandardCharsets.UTF_8), decode(image.body()));
    }

    @Test
    void aPageOfAListedOriginHasItsOwnAddress() throws Exception {
        Response image = request("tea", Server.otherOrigin() + "/elsewhere/", "Origin: " + Server.otherOrigin());

        assertEquals(200, image.status(), image::body);
        assertEquals(Optional.of(Server.otherOrigin()), image.header("Access-Control-Allow-Origin"));
        assertEquals(Server.otherOrigin() + "/elsewhere/tea", decode(image.body()));
    }

    @Test
    void itIsASandboxedImageInThePrivateCache() throws IOException {
        Response image = request("tea", Server.base().toString());

        assertTrue(image.header("Content-Type").orElse("").startsWith("image/svg+xml"), image::toString);
        assertEquals(Optional.of("private, max-age=86400"), image.header("Cache-Control"));
        assertEquals(Optional.of("nosniff"), image.header("X-Content-Type-Options"));
        assertTrue(
                image.header("Content-Security-Policy").orElse("").startsWith("default-src 'none'; sandbox"),
                image::toString);
        assertEquals(1, count(image, "Cache-Control"));
        assertEquals(1, count(image, "Content-Security-Policy"));
        assertEquals(image.body(), request("tea", Server.base().toString()).body(), "the image is always the same");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?room=tea",
                "?page=https%3A%2F%2Fexample.org%2F",
                "?room=&page=BASE",
                "?room=a%20b&page=BASE",
                "?room=%3Csvg%3E&page=BASE",
                "?room=tea&room=coffee&page=BASE",
                "?room=tea&page=BASE&page=BASE",
                "?room=tea&page=%2F",
                "?room=tea&page=BASEroom",
                "?room=tea&page=BASE%3Fx%2F",
                "?room=tea&page=javascript%3Aalert(1)%2F"
            })
    void aWrongRequestIsExplained(String query) throws IOException {
        String base = URLEncoder.encode(Server.base().toString(), StandardCharsets.UTF_8);
        Response refusal = RawHttp.get(ENDPOINT + query.replace("BASE", base));

        assertEquals(400, refusal.status(), refusal::body);
        assertTrue(refusal.header("Content-Type").orElse("").startsWith("text/plain"), refusal::toString);
        assertEquals(Optional.of("no-store"), refusal.header("Cache-Control"));
        assertTrue(refusal.body().matches("(?s)(room|page): .*"), refusal::body);
        assertFalse(refusal.body().contains("<svg"), refusal::body);
    }

    @Test
    void pagesOfOtherOriginsAreForbidden() throws IOException {
        Response refusal = request("tea", "https://example.org/");

        assertEquals(403, refusal.status(), refusal::body);
        assertTrue(refusal.body().startsWith("page: "), refusal::body);
        assertEquals(
                403,
                request("tea", Server.base().toString(), "Origin: https://example.org")
                        .status());
    }

    @Test
    void onlyGetOfTheExactPathIsAllowed() throws IOException {
        assertEquals(405, RawHttp.send("POST", ENDPOINT, "Content-Length: 0").status());
        assertEquals(404, RawHttp.get(ENDPOINT + "/x").status());
    }

    private static long count(Response response, String header) {
        String start = header.toLowerCase(java.util.Locale.ROOT) + ":";
        return response.headers().stream()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith(start))
                .count();
    }

    private static Response request(String room, String page, String... headers) throws IOException {
        return RawHttp.get(
                ENDPOINT + "?room=" + URLEncoder.encode(room, StandardCharsets.UTF_8) + "&page="
                        + URLEncoder.encode(page, StandardCharsets.UTF_8),
                headers);
    }

    /** Decodes the image, as a phone does. */
    private static String decode(String svg) throws ReaderException {
        Matcher box = VIEW_BOX.matcher(svg);
        assertTrue(box.find(), svg);
        int size = Integer.parseInt(box.group(1));
        var matrix = new BitMatrix(size);
        Matcher run = RUN.matcher(svg);
        while (run.find()) {
            matrix.setRegion(number(run, 1), number(run, 2), number(run, 3), 1);
        }
        int side = size * SCALE;
        var grey = new byte[side * side];
        for (int at = 0; at < grey.length; at++) {
            grey[at] = (byte) (matrix.get(at % side / SCALE, at / side / SCALE) ? 0 : 255);
        }
        var source = new PlanarYUVLuminanceSource(grey, side, side, 0, 0, side, side, false);
        return new QRCodeReader()
                // PURE_BARCODE: locating the code, as in a photograph, sometimes fails
                .decode(
                        new BinaryBitmap(new GlobalHistogramBinarizer(source)),
                        Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }

    private static int number(Matcher run, int group) {
        return Integer.parseInt(run.group(group));
    }
}
