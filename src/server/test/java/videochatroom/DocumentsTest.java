package videochatroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents refer to is there. */
class DocumentsTest {

    private static final Path ROOT = Path.of("../..");

    private static final Set<String> OTHERS = Set.of(".git", "node_modules", "target");

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|mailto:)([^)#]*)(?:#([^)]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ +(.+)$", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```");

    /** A Java file, with its folder or without. */
    private static final Pattern JAVA_FILE = Pattern.compile("`(?:[\\w./…-]*/)?([A-Z]\\w+)\\.java`");

    @Test
    void everyLinkLeadsToAFileAndAHeading() throws IOException {
        List<Path> documents = documents();
        assertTrue(documents.size() > 20, () -> "only these were found: " + documents);
        assertEquals(
                List.of(),
                documents.stream().flatMap(DocumentsTest::brokenLinks).toList());
    }

    @Test
    void everySourceFileThatIsNamedIsThere() throws IOException {
        List<String> sources = files(".java").stream()
                .map(file -> file.getFileName().toString())
                .toList();
        List<String> missing = documents().stream()
                .flatMap(document -> JAVA_FILE
                        .matcher(read(document))
                        .results()
                        .map(found -> found.group(1) + ".java")
                        .filter(name -> !sources.contains(name))
                        .map(name -> document + " names " + name))
                .toList();
        assertEquals(List.of(), missing);
    }

    private static Stream<String> brokenLinks(Path document) {
        return LINK.matcher(CODE.matcher(read(document)).replaceAll(""))
                .results()
                .filter(link -> !leadsSomewhere(document, link))
                .map(link -> document + " links to " + link.group());
    }

    private static boolean leadsSomewhere(Path document, MatchResult link) {
        Path target = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1));
        if (!Files.exists(target)) {
            return false;
        }
        return link.group(2) == null || anchors(target).anyMatch(link.group(2)::equals);
    }

    /** As the usual hosts of repositories make them of headings. */
    private static Stream<String> anchors(Path document) {
        return HEADING.matcher(read(document))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .strip()
                        .replace(' ', '-'));
    }

    private static List<Path> documents() throws IOException {
        return files(".md");
    }

    /** The files of the project: nothing that is built, installed or kept by version control. */
    private static List<Path> files(String suffix) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return OTHERS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(suffix)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static String read(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
