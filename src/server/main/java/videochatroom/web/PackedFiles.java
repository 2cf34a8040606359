package videochatroom.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;

/**
 * The client as the build has bundled and compressed it ({@code webapp/bundling}, decision 11). Every server sends it
 * compressed, whatever its configuration.
 *
 * <p>Files below {@code assets/} are in a folder that is named after their content, so browsers may keep them for ever.
 * Pages, which name these files, are revalidated each time. So an upgrade never mixes old and new files. There are no
 * packed files if the client is served from the working tree. Immutable and thread-safe.
 */
final class PackedFiles {

    private static final String FOLDER = "/WEB-INF/packed/";
    private static final String SUFFIX = ".gz";
    private static final String IMMUTABLE = "public, max-age=31536000, immutable";
    private static final Pattern GZIP_REFUSED = Pattern.compile("(?i).*\\bgzip\\s*;\\s*q=0(\\.0*)?\\s*(,.*)?");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml",
            "map", "application/json",
            "webmanifest", "application/manifest+json");

    private final Map<String, Packed> files;

    private PackedFiles(Map<String, Packed> files) {
        this.files = files;
    }

    private static final class Packed {
        private final byte[] compressed;
        private final String type;
        private final String tag;
        /** Made with the first request that needs it. */
        private volatile byte[] plain;

        Packed(byte[] compressed, String type) {
            var sum = new CRC32();
            sum.update(compressed);
            this.compressed = compressed;
            this.type = type;
            this.tag = Long.toHexString(sum.getValue()) + "-" + compressed.length;
        }

        byte[] plain() {
            if (plain == null) {
                plain = inflated();
            }
            return plain;
        }

        private byte[] inflated() {
            try (var stream = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The files of an application, which are read once. */
    static PackedFiles of(ServletContext context) {
        String name = PackedFiles.class.getName();
        if (context.getAttribute(name) instanceof PackedFiles known) {
            return known;
        }
        Map<String, Packed> files = new TreeMap<>();
        collect(context, FOLDER, files);
        var packed = new PackedFiles(Collections.unmodifiableMap(files));
        context.setAttribute(name, packed);
        return packed;
    }

    /** Whether this file exists. */
    boolean has(String path) {
        return files.containsKey(path);
    }

    /** The text of a file; empty if it does not exist. */
    Optional<String> text(String path) {
        return Optional.ofNullable(files.get(path)).map(file -> new String(file.plain(), StandardCharsets.UTF_8));
    }

    /** Answers a {@code GET} or {@code HEAD} request with a file that exists, or with 304 if the client has it. */
    void write(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Packed file = files.get(path);
        boolean compressed = acceptsGzip(request);
        // Compressed and plain bytes need different tags (RFC 9110, section 8.8.3.3).
        String tag = "\"" + file.tag + (compressed ? "-gzip" : "") + "\"";
        response.setHeader("ETag", tag);
        if (path.startsWith("assets/")) {
            response.setHeader("Cache-Control", IMMUTABLE);
        }
        if (Collections.list(request.getHeaders("If-None-Match")).stream().anyMatch(known -> known.contains(tag))) {
            response.addHeader("Vary", "Accept-Encoding");
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        writeWhole(path, request, response);
    }

    /** Answers with the whole file. Its headers belong to this one request, so they must not come from a cache. */
    void writeWhole(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Packed file = files.get(path);
        boolean compressed = acceptsGzip(request);
        response.addHeader("Vary", "Accept-Encoding");
        byte[] content = compressed ? file.compressed : file.plain();
        if (compressed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType(file.type);
        response.setContentLength(content.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(content);
        }
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        List<String> accepted = Collections.list(request.getHeaders("Accept-Encoding"));
        return accepted.stream()
                .anyMatch(one ->
                        one.contains("gzip") && !GZIP_REFUSED.matcher(one).matches());
    }

    private static void collect(ServletContext context, String folder, Map<String, Packed> files) {
        Set<String> paths =
                Optional.ofNullable(context.getResourcePaths(folder)).orElse(Set.of());
        for (String path : paths) {
            if (path.endsWith("/")) {
                collect(context, path, files);
            } else if (path.endsWith(SUFFIX)) {
                String name = path.substring(FOLDER.length(), path.length() - SUFFIX.length());
                files.put(name, read(context, path, name));
            }
        }
    }

    private static Packed read(ServletContext context, String path, String name) {
        try (InputStream stream = context.getResourceAsStream(path)) {
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            return new Packed(stream.readAllBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
