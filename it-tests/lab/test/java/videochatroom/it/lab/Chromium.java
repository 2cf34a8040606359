package videochatroom.it.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import videochatroom.it.support.Browsers;

/** The program itself: what the system's {@code chromium} starts after it has done more than a lab wants. */
final class Chromium {

    private static final Path DEBIANS = Path.of("/usr/lib/chromium/chromium");

    private Chromium() {}

    static Path binary() {
        if (Files.isExecutable(DEBIANS)) {
            return DEBIANS;
        }
        try {
            return Browsers.installed()
                    .orElseThrow(() -> new IllegalStateException("no browser is installed"))
                    .toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
