package videochatroom.bundling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the client as it is shipped: with esbuild one script and one style sheet for each page, with source maps, all
 * compressed, below a folder named after the content of the sources. So whatever a page names belongs to it, for as
 * long as anybody keeps it.
 */
public final class Bundling {

    private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\">\\s*");
    private static final Pattern SCRIPT = Pattern.compile("<script type=\"module\"[^>]* src=\"([^\"]+)\">");
    /** What a page's script loads when somebody asks for it: a bundle of its own, beside the page's. */
    private static final Pattern LATER = Pattern.compile("import\\(\"\\./([\\w-]+\\.js)\"\\)");

    private static final String LANGUAGES = "js/ui/languages";
    private static final String ICONS = "icons/icons.svg";
    private static final List<String> OUTSIDE = List.of("icons/favicon.svg", "manifest.webmanifest");

    private final Path client;
    private final Path staging;
    private final Esbuild esbuild;
    private final Compressed target;
    /** The folder of everything that may be kept for ever. */
    private final String assets;

    private Bundling(Path client, Path staging, Esbuild esbuild, Compressed target) throws IOException {
        this.client = client;
        this.staging = staging;
        this.esbuild = esbuild;
        this.target = target;
        this.assets = "assets/" + Fingerprint.of(client, sources()) + "/";
    }

    /**
     * Bundles a client.
     *
     * @param arguments the client's directory, a directory to work in, esbuild's command, the directory of the result
     */
    public static void main(String[] arguments) throws IOException {
        Path staging = Path.of(arguments[1]).toAbsolutePath();
        Directory.empty(staging);
        Path target = Path.of(arguments[3]);
        Directory.empty(target);
        new Bundling(
                        Path.of(arguments[0]),
                        staging,
                        new Esbuild(Path.of(arguments[2]), staging),
                        new Compressed(target))
                .bundle();
    }

    private void bundle() throws IOException {
        for (String source : sources()) {
            Path copy = staging.resolve(source);
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, read(source).replace(ICONS, assets + ICONS));
        }
        Set<String> scripts = new TreeSet<>();
        for (String page : pages()) {
            scripts.addAll(named(SCRIPT, page));
            bundlePage(page);
        }
        Set<String> ownFiles = new TreeSet<>(scripts);
        for (String script : scripts) {
            later(script).forEach(ownFiles::add);
        }
        List<String> languages = filesOf(LANGUAGES, ".js");
        ownFiles.addAll(languages);
        // Each on its own: what a script shares with one that is loaded later is in both, so it must keep no state.
        for (String script : ownFiles) {
            esbuild.bundle(script, ownFiles.stream().filter(other -> !other.equals(script)));
            ship(script);
            ship(script + ".map");
        }
        target.write(assets + ICONS, read(ICONS));
        for (String file : OUTSIDE) {
            target.write(file, read(file));
        }
    }

    /** The page names one style sheet, made of all that it has named in their order, and its scripts as bundled. */
    private void bundlePage(String page) throws IOException {
        String text = Files.readString(staging.resolve(page));
        String sheet = "css/" + page.replace(".html", ".page.css");
        String imports = named(STYLE, page).stream()
                .map(one -> "@import \"../" + one + "\";\n")
                .collect(Collectors.joining());
        Files.writeString(staging.resolve(sheet), imports);
        esbuild.bundle(sheet, Stream.empty());
        ship(sheet);
        ship(sheet + ".map");
        String link = "<link rel=\"stylesheet\" href=\"" + assets + sheet + "\">\n    ";
        String linked = STYLE.matcher(text).replaceFirst(link).replace(link, "\u0000");
        target.write(
                page,
                STYLE.matcher(linked)
                        .replaceAll("")
                        .replace("\u0000", link)
                        .replace("src=\"js/", "src=\"" + assets + "js/"));
    }

    private void ship(String file) throws IOException {
        target.write(assets + file, Files.readString(staging.resolve(file)));
    }

    private List<String> later(String script) throws IOException {
        Path folder = Path.of(script).getParent();
        return LATER.matcher(read(script))
                .results()
                .map(found -> slashed(folder.resolve(found.group(1))))
                .toList();
    }

    private List<String> named(Pattern pattern, String page) throws IOException {
        return pattern.matcher(read(page))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** All that the result is made of. */
    private Collection<String> sources() throws IOException {
        List<String> sources = new ArrayList<>(pages());
        for (String folder : List.of("js", "css")) {
            try (Stream<Path> files = Files.walk(client.resolve(folder))) {
                files.filter(Files::isRegularFile)
                        .map(file -> slashed(client.relativize(file)))
                        .sorted()
                        .forEach(sources::add);
            }
        }
        sources.add(ICONS);
        return sources;
    }

    private List<String> pages() throws IOException {
        return filesOf("", ".html");
    }

    private List<String> filesOf(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(client.resolve(folder))) {
            return files.map(file -> slashed(client.relativize(file)))
                    .filter(file -> file.endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private String read(String file) throws IOException {
        return Files.readString(client.resolve(file));
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
