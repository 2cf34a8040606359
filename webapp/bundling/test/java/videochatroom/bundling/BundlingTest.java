package videochatroom.bundling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it costs to open the page of a room for the first time, and that nothing of an older version can be in it. */
class BundlingTest {

    /** Bytes, compressed: markup, styles, scripts, texts and icons together. */
    private static final long BUDGET = 90_000;

    private static final Path CLIENT = Path.of("").toAbsolutePath();
    private static final Pattern NAMED = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
    private static final Pattern IMPORTED = Pattern.compile("(?:from|import)\\s*\\(?\"(\\.[^\"]+)\"");

    @TempDir
    Path temporary;

    @Test
    void theRoomPageKeepsItsBudget() throws IOException {
        Path bundled = bundle(CLIENT);
        Map<String, Long> sizes = new TreeMap<>(Map.of("room.html", Files.size(bundled.resolve("room.html.gz"))));
        for (String named : named(bundled, "room.html")) {
            sizes.put(named, sizeOf(bundled, named));
        }
        for (String name : filesOf(bundled)) {
            if (name.endsWith("icons.svg")) {
                sizes.put(name, sizeOf(bundled, name));
            } else if (name.matches(".*/languages/\\w+\\.js")) {
                // one of them, whichever that is
                sizes.merge("a language", sizeOf(bundled, name), Math::max);
            }
        }

        assertTrue(sizes.keySet().stream().anyMatch(name -> name.endsWith("main.js")), sizes::toString);
        assertTrue(sizes.containsKey("a language"), sizes::toString);
        long sum = sizes.values().stream().mapToLong(Long::longValue).sum();
        assertTrue(sum <= BUDGET, () -> sum + " bytes: " + sizes);
    }

    @Test
    void aPageNamesFilesOfItsOwnVersionOnly() throws IOException {
        Path bundled = bundle(CLIENT);
        String version = onlyFolder(bundled);
        for (String page : List.of("room.html", "index.html", "not-found.html", "bad-room-name.html")) {
            List<String> assets = named(bundled, page).stream()
                    .filter(name -> name.endsWith(".js") || name.endsWith(".css"))
                    .toList();
            assertFalse(assets.isEmpty(), page);
            assertTrue(assets.stream().allMatch(name -> name.startsWith("assets/" + version + "/")), assets::toString);
        }
    }

    @Test
    void anotherContentIsAnotherVersionAndTheSameIsTheSame() throws IOException {
        String before = onlyFolder(bundle(CLIENT));
        assertEquals(before, onlyFolder(bundle(CLIENT)));

        Path changed = copyOfTheClient();
        change(changed.resolve("css/tokens.css"), "--space-1: 0.25rem", "--space-1: 0.3rem");

        assertFalse(before.equals(onlyFolder(bundle(changed))), "another version");
    }

    @Test
    void whatAScriptImportsIsThereAndEveryScriptHasItsSourceMap() throws IOException {
        Path bundled = bundle(CLIENT);
        List<String> scripts =
                filesOf(bundled).stream().filter(name -> name.endsWith(".js")).toList();
        assertTrue(scripts.size() > 8, scripts::toString);
        for (String script : scripts) {
            String text = text(bundled, script);
            for (String imported : IMPORTED.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .toList()) {
                Path file = Path.of(script).resolveSibling(imported).normalize();
                assertTrue(Files.exists(bundled.resolve(file + ".gz")), () -> script + " imports " + file);
            }
            String map = script.substring(script.lastIndexOf('/') + 1) + ".map";
            assertTrue(text.contains("//# sourceMappingURL=" + map), script);
            assertTrue(text(bundled, script + ".map").contains("\"sourcesContent\""), script);
        }
    }

    @Test
    void aSourceThatIsNoScriptFailsTheBuildWithItsName() throws IOException {
        Path broken = copyOfTheClient();
        Files.writeString(broken.resolve("js/ui/dom.js"), "export const = ;");

        Exception failed = assertThrows(IllegalStateException.class, () -> bundle(broken));

        assertTrue(failed.getMessage().contains("ui/dom.js"), failed::getMessage);
    }

    private Path bundle(Path client) throws IOException {
        Path place = Files.createTempDirectory(temporary, "bundled");
        Path staging = Files.createTempDirectory(temporary, "staging");
        Bundling.main(
                new String[] {client.toString(), staging.toString(), System.getProperty("esbuild"), place.toString()});
        return place;
    }

    private Path copyOfTheClient() throws IOException {
        Path copy = temporary.resolve("client");
        for (String folder : List.of("js", "css", "icons")) {
            try (Stream<Path> files = Files.walk(CLIENT.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    copy(file, copy);
                }
            }
        }
        try (Stream<Path> files = Files.list(CLIENT)) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(html|webmanifest)"))
                    .toList()) {
                copy(file, copy);
            }
        }
        return copy;
    }

    private static void copy(Path file, Path directory) throws IOException {
        Path target = directory.resolve(CLIENT.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
    }

    private static void change(Path file, String from, String to) throws IOException {
        String before = Files.readString(file);
        assertTrue(before.contains(from), from);
        Files.writeString(file, before.replace(from, to));
    }

    private static String onlyFolder(Path bundled) throws IOException {
        try (Stream<Path> folders = Files.list(bundled.resolve("assets"))) {
            List<Path> all = folders.toList();
            assertEquals(1, all.size(), all::toString);
            return all.get(0).getFileName().toString();
        }
    }

    /** Their names without what tells that they are compressed. */
    private static List<String> filesOf(Path bundled) throws IOException {
        try (Stream<Path> files = Files.walk(bundled)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> bundled.relativize(file).toString().replace('\\', '/'))
                    .map(name -> name.substring(0, name.length() - ".gz".length()))
                    .toList();
        }
    }

    private static long sizeOf(Path bundled, String name) throws IOException {
        Path file = bundled.resolve(name + ".gz");
        return Files.size(Files.exists(file) ? file : CLIENT.resolve(name));
    }

    private static String text(Path bundled, String name) throws IOException {
        try (InputStream stream = new GZIPInputStream(Files.newInputStream(bundled.resolve(name + ".gz")))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> named(Path bundled, String page) throws IOException {
        return NAMED.matcher(text(bundled, page))
                .results()
                .map(found -> found.group(1))
                .filter(name -> name.contains("."))
                .filter(name -> !name.equals("./"))
                .distinct()
                .toList();
    }
}
