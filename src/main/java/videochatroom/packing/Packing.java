package videochatroom.packing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Packs the client: a script and a style sheet for each page, compressed, below a folder that is named after their
 * content, so that whatever a page names belongs to it, for as long as anybody keeps it.
 */
public final class Packing {

    /** The folder that {@code videochatroom.web.PackedFiles} reads. */
    private static final String PLACE = "WEB-INF/packed";

    private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\">");
    private static final Pattern SCRIPT = Pattern.compile("<script type=\"module\"[^>]* src=\"([^\"]+)\">");
    /** What a page's script loads when somebody asks for it: bundles of their own, beside the page's. */
    private static final Pattern LATER = Pattern.compile("import\\(\"\\./([\\w-]+\\.js)\"\\)");

    private static final String LANGUAGES = "js/ui/languages";
    private static final String ICONS = "icons/icons.svg";
    private static final List<String> AS_THEY_ARE = List.of("icons/favicon.svg", "manifest.webmanifest");

    private final Path client;
    /** What is below the folder named after it. */
    private final Map<String, String> assets = new LinkedHashMap<>();

    private Packing(Path client) {
        this.client = client;
    }

    /** Packs the client that is in the first directory into the second. */
    public static void main(String[] arguments) throws IOException {
        new Packing(Path.of(arguments[0])).pack(Path.of(arguments[1]).resolve(PLACE));
    }

    private void pack(Path target) throws IOException {
        Map<String, String> pages = new LinkedHashMap<>();
        for (Path page : filesOf(client, ".html")) {
            pages.put(page.getFileName().toString(), packPage(page));
        }
        for (Path language : filesOf(client.resolve(LANGUAGES), ".js")) {
            assets.put(LANGUAGES + "/" + language.getFileName(), ScriptWriter.write(ScriptReader.read(read(language))));
        }
        assets.put(ICONS, Squeeze.markup(read(client.resolve(ICONS))));
        String folder = "assets/" + fingerprint(assets) + "/";
        for (var asset : assets.entrySet()) {
            write(target, folder + asset.getKey(), asset.getValue().replace("`" + ICONS, "`" + folder + ICONS));
        }
        for (var page : pages.entrySet()) {
            write(target, page.getKey(), page.getValue().replace("=\"assets/", "=\"" + folder));
        }
        for (String file : AS_THEY_ARE) {
            write(target, file, Squeeze.markup(read(client.resolve(file))));
        }
    }

    private String packPage(Path file) throws IOException {
        String page = read(file);
        String sheet = "css/" + file.getFileName().toString().replace(".html", ".css");
        Set<Path> scripts = named(SCRIPT, page);
        var sheets = new StringBuilder();
        for (Path one : named(STYLE, page)) {
            sheets.append(Squeeze.styles(read(one)));
        }
        assets.put(sheet, sheets.toString());
        for (Path script : scripts) {
            Set<Path> others =
                    scripts.stream().filter(one -> !one.equals(script)).collect(Collectors.toSet());
            bundle(script, others);
            for (MatchResult later : LATER.matcher(read(script)).results().toList()) {
                // What it shares with the page it has a copy of: only what keeps nothing may be shared.
                bundle(script.resolveSibling(later.group(1)), others);
            }
        }
        boolean[] first = {true};
        String linked = STYLE.matcher(page).replaceAll(link -> {
            String one = first[0] ? "<link rel=\"stylesheet\" href=\"assets/" + sheet + "\">" : "";
            first[0] = false;
            return one;
        });
        return Squeeze.markup(linked.replace("src=\"js/", "src=\"assets/js/"));
    }

    private void bundle(Path script, Set<Path> others) throws IOException {
        assets.put(client.relativize(script).toString().replace('\\', '/'), Bundle.of(script, others));
    }

    private Set<Path> named(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map((MatchResult found) -> client.resolve(found.group(1)).normalize())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Path> filesOf(Path directory, String ending) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    private static String fingerprint(Map<String, String> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(files.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static void write(Path target, String name, String content) throws IOException {
        Path file = target.resolve(name + ".gz");
        Files.createDirectories(file.getParent());
        var compressed = new ByteArrayOutputStream();
        try (OutputStream best = new Best(compressed)) {
            best.write(content.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, compressed.toByteArray());
    }

    /** As small as gzip can. */
    private static final class Best extends GZIPOutputStream {
        Best(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
