package videochatroom.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The WildFly that the build unpacks, with the configuration of {@code server-config} and a base directory of its own.
 */
final class WildFly {

    private static final String YAML = "video-chat-room.yml";
    /** Offsets to the HTTP port. */
    private static final int HTTPS = 1;

    private static final int ADMIN = 2;
    private static final int ADMIN_HTTPS = 3;

    private final Path home;
    private final Path base;

    /** Creates the base directory below {@code target}. */
    WildFly(Path target, String name) {
        this.home = homeIn(target.resolve("servers"));
        this.base = target.resolve("benchmark").resolve(name);
        copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
        copyFile(
                Path.of("server-config/wildfly", YAML),
                base.resolve("configuration").resolve(YAML));
        copyFile(target.resolve("video-chat-room.war"), base.resolve("deployments/video-chat-room.war"));
    }

    List<String> command(int port) {
        return List.of(
                home.resolve("bin/standalone.sh").toString(),
                "-Djboss.server.base.dir=" + base,
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=" + (port + HTTPS),
                "-Djboss.management.http.port=" + (port + ADMIN),
                "-Djboss.management.https.port=" + (port + ADMIN_HTTPS),
                "--yaml=" + YAML);
    }

    private static Path homeIn(Path servers) {
        try (Stream<Path> found = Files.list(servers)) {
            return found.filter(one -> one.getFileName().toString().startsWith("wildfly-"))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new BenchmarkFailure("No WildFly in " + servers));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> copyFile(file, to.resolve(from.relativize(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyFile(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
