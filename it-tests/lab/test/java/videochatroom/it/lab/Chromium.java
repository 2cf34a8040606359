package videochatroom.it.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import videochatroom.it.support.Browsers;

/** The browser's binary. Debian's {@code chromium} is a script around it, which does more than the lab needs. */
final class Chromium {

    private static final Path DEBIAN_BINARY = Path.of("/usr/lib/chromium/chromium");

    private Chromium() {}

    static Path binary() {
        if (Files.isExecutable(DEBIAN_BINARY)) {
            return DEBIAN_BINARY;
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
