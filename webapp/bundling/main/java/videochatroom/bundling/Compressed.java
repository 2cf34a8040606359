package videochatroom.bundling;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A directory of files as small as gzip can make them. {@code videochatroom.web.PackedFiles} serves them. */
record Compressed(Path directory) {

    void write(String name, String content) throws IOException {
        Path file = directory.resolve(name + ".gz");
        Files.createDirectories(file.getParent());
        var compressed = new ByteArrayOutputStream();
        try (OutputStream best = new Best(compressed)) {
            best.write(content.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, compressed.toByteArray());
    }

    private static final class Best extends GZIPOutputStream {
        Best(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
