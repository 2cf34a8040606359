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
 * The client as the build has bundled and compressed it ({@code webapp/bundling}): sent compressed by every server,
 * however that is set.
 *
 * <p>Files below {@code assets/} are in a folder named after their content and may be kept for ever; the pages that
 * name them are asked for anew each time. So an upgrade never mixes old files with new ones. There are none of them
 * where the client is served from the working tree. Immutable, hence thread-safe.
 */
final class PackedFiles {

    private static final String PLACE = "/WEB-INF/packed/";
    private static final String SUFFIX = ".gz";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final Pattern NOT_WANTED = Pattern.compile("(?i).*\\bgzip\\s*;\\s*q=0(\\.0*)?\\s*(,.*)?");

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
        /** Made when somebody asks for it. */
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

    /** Those of an application, read once. */
    static PackedFiles of(ServletContext context) {
        String name = PackedFiles.class.getName();
        if (context.getAttribute(name) instanceof PackedFiles read) {
            return read;
        }
        Map<String, Packed> files = new TreeMap<>();
        collect(context, PLACE, files);
        var packed = new PackedFiles(Collections.unmodifiableMap(files));
        context.setAttribute(name, packed);
        return packed;
    }

    /** Whether there is a file. */
    boolean has(String path) {
        return files.containsKey(path);
    }

    /** The text of a file, if there is that file. */
    Optional<String> text(String path) {
        return Optional.ofNullable(files.get(path)).map(file -> new String(file.plain(), StandardCharsets.UTF_8));
    }

    /** Answers a request to read with a file that there is. */
    void write(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Packed file = files.get(path);
        boolean compressed = wantsCompressed(request);
        // Another tag for other bytes (RFC 9110, section 8.8.3.3).
        String tag = "\"" + file.tag + (compressed ? "-gzip" : "") + "\"";
        response.addHeader("Vary", "Accept-Encoding");
        response.setHeader("ETag", tag);
        if (path.startsWith("assets/")) {
            response.setHeader("Cache-Control", FOR_EVER);
        }
        if (Collections.list(request.getHeaders("If-None-Match")).stream().anyMatch(known -> known.contains(tag))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
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

    private static boolean wantsCompressed(HttpServletRequest request) {
        List<String> accepted = Collections.list(request.getHeaders("Accept-Encoding"));
        return accepted.stream()
                .anyMatch(
                        one -> one.contains("gzip") && !NOT_WANTED.matcher(one).matches());
    }

    private static void collect(ServletContext context, String place, Map<String, Packed> files) {
        Set<String> paths = Optional.ofNullable(context.getResourcePaths(place)).orElse(Set.of());
        for (String path : paths) {
            if (path.endsWith("/")) {
                collect(context, path, files);
            } else if (path.endsWith(SUFFIX)) {
                String name = path.substring(PLACE.length(), path.length() - SUFFIX.length());
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
