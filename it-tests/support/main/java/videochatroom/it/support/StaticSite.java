package videochatroom.it.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server for files, on an origin other than that of the server under test. */
public final class StaticSite implements AutoCloseable {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml",
            "json", "application/json");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    /** Provides the content of files. */
    @FunctionalInterface
    public interface Source {
        /** The content of a path, or null if there is none. */
        byte[] read(String path) throws IOException;
    }

    /** A site at a free port. */
    public StaticSite() {
        this(0);
    }

    /** A site at this port of the loopback interface. */
    public StaticSite(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.start();
    }

    /** Serves the paths that begin with a prefix. The source gets the rest of the path. */
    public StaticSite serve(String prefix, Source source) {
        server.createContext(prefix, exchange -> answer(exchange, prefix, source));
        return this;
    }

    /** The files of a directory. */
    public static Source directory(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        return path -> {
            Path file = root.resolve(path).normalize();
            return file.startsWith(root) && Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
        };
    }

    /** The resources of the class path below a place. */
    public static Source resources(String place) {
        return path -> {
            try (InputStream stream = StaticSite.class.getResourceAsStream(place + path)) {
                return stream == null ? null : stream.readAllBytes();
            }
        };
    }

    /** The same text for every path. */
    public static Source text(String text) {
        return path -> text.getBytes(StandardCharsets.UTF_8);
    }

    /** The address of the site, with a slash at its end. */
    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, String prefix, Source source) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(prefix.length());
            byte[] content = source.read(path);
            if (content == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String extension = path.contains(".") ? path.substring(path.lastIndexOf('.') + 1) : "html";
            exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(extension, "text/plain"));
            exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        }
    }
}
