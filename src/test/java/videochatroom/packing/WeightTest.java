package videochatroom.packing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
class WeightTest {

    /** Bytes, compressed: markup, styles, scripts, texts and icons together. */
    private static final long BUDGET = 90_000;

    private static final Path CLIENT = Path.of("webapp");
    private static final Pattern NAMED = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

    @TempDir
    Path target;

    @Test
    void theRoomPageKeepsItsBudget() throws IOException {
        Path packed = pack(CLIENT);
        Map<String, Long> sizes = new TreeMap<>(Map.of("room.html", Files.size(packed.resolve("room.html.gz"))));
        for (String named : named(packed, "room.html")) {
            sizes.put(named, sizeOf(packed, named));
        }
        try (Stream<Path> files = Files.walk(packed)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = packed.relativize(file).toString().replace('\\', '/');
                if (name.endsWith("icons.svg.gz")) {
                    sizes.put(name, Files.size(file));
                } else if (name.contains("/languages/")) {
                    // one of them, whichever that is
                    sizes.merge("a language", Files.size(file), Math::max);
                }
            }
        }

        assertTrue(sizes.keySet().stream().anyMatch(name -> name.endsWith("main.js")), sizes::toString);
        long sum = sizes.values().stream().mapToLong(Long::longValue).sum();
        assertTrue(sum <= BUDGET, () -> sum + " bytes: " + sizes);
    }

    @Test
    void aPageNamesFilesOfItsOwnVersionOnly() throws IOException {
        Path packed = pack(CLIENT);
        String version = onlyFolder(packed);
        for (String page : List.of("room.html", "index.html", "not-found.html", "bad-room-name.html")) {
            List<String> assets = named(packed, page).stream()
                    .filter(name -> name.endsWith(".js") || name.endsWith(".css"))
                    .toList();
            assertFalse(assets.isEmpty(), page);
            assertTrue(assets.stream().allMatch(name -> name.startsWith("assets/" + version + "/")), assets::toString);
        }
    }

    @Test
    void anotherContentIsAnotherVersionAndTheSameIsTheSame() throws IOException {
        String before = onlyFolder(pack(CLIENT));
        assertEquals(before, onlyFolder(pack(CLIENT)));

        Path changed = target.resolve("changed");
        try (Stream<Path> files = Files.walk(CLIENT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = changed.resolve(CLIENT.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Path tokens = changed.resolve("css/tokens.css");
        Files.writeString(tokens, Files.readString(tokens).replace("--space-1: 0.25rem", "--space-1: 0.3rem"));

        assertFalse(before.equals(onlyFolder(pack(changed))), "another version");
    }

    private Path pack(Path client) throws IOException {
        Path place = Files.createTempDirectory(target, "packed");
        Packing.main(new String[] {client.toString(), place.toString()});
        return place.resolve("WEB-INF/packed");
    }

    private static String onlyFolder(Path packed) throws IOException {
        try (Stream<Path> folders = Files.list(packed.resolve("assets"))) {
            List<Path> all = folders.toList();
            assertEquals(1, all.size(), all::toString);
            return all.get(0).getFileName().toString();
        }
    }

    private static long sizeOf(Path packed, String name) throws IOException {
        Path file = packed.resolve(name + ".gz");
        return Files.size(Files.exists(file) ? file : CLIENT.resolve(name));
    }

    private static List<String> named(Path packed, String page) throws IOException {
        try (InputStream stream = new GZIPInputStream(Files.newInputStream(packed.resolve(page + ".gz")))) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return NAMED.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> name.contains("."))
                    .filter(name -> !name.equals("./"))
                    .distinct()
                    .toList();
        }
    }
}
