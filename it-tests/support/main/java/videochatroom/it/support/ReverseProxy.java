package videochatroom.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reverse proxy on the loopback interface that ends TLS, with the file of {@code server-config/proxy} that operators
 * copy. Only what differs between installations is replaced in it: host name, port, certificate, the server's address,
 * and the timeouts, which a test cannot wait for.
 */
public final class ReverseProxy implements AutoCloseable {

    /** The timeout for sockets on which nobody speaks, in place of the one of the files. */
    public static final int IDLE_SECONDS = 3;

    /** What comes in front of a sample, so that the proxy runs beside one that the machine has. */
    private static final Map<Kind, String> SURROUNDINGS =
            Map.of(Kind.NGINX, """
            daemon off;
            user root;
            pid ${folder}/pid;
            error_log stderr warn;
            events {}
            http {
                access_log off;
                client_body_temp_path ${folder}/body;
                proxy_temp_path ${folder}/proxy;
                fastcgi_temp_path ${folder}/fastcgi;
                uwsgi_temp_path ${folder}/uwsgi;
                scgi_temp_path ${folder}/scgi;
                include ${sample};
            }
            """, Kind.APACHE, """
            ServerRoot ${folder}
            ServerName localhost
            DocumentRoot ${folder}/pages
            PidFile ${folder}/pid
            ErrorLog /dev/stderr
            Listen 127.0.0.1:${port}
            User www-data
            Group www-data
            ${modules}
            Include ${sample}
            """, Kind.HAPROXY, "", Kind.CADDY, """
            {
                admin off
                auto_https disable_redirects
                default_bind 127.0.0.1
            }
            import ${sample}
            """);

    private static final List<String> APACHE_MODULES =
            List.of("mpm_event", "authz_core", "ssl", "socache_shmcb", "proxy", "proxy_http", "headers", "alias");

    /** A proxy, its command, its sample, and what the sample says in place of the port. */
    public enum Kind {
        NGINX("nginx", "nginx.conf", "listen 443 ssl", "listen 127.0.0.1:${port} ssl"),
        APACHE("apache2", "httpd.conf", "<VirtualHost *:443>", "<VirtualHost *:${port}>"),
        HAPROXY("haproxy", "haproxy.cfg", "bind :443", "bind 127.0.0.1:${port}"),
        CADDY("caddy", "Caddyfile", "www.example.org {", "localhost:${port} {");

        private final String command;
        private final String sample;
        private final String listening;
        private final String listeningHere;

        Kind(String command, String sample, String listening, String listeningHere) {
            this.command = command;
            this.sample = sample;
            this.listening = listening;
            this.listeningHere = listeningHere;
        }

        /** Skips a test where this proxy is not installed. */
        public void require() {
            Tools.require("calls through " + command, command);
        }
    }

    private final Kind kind;
    private final Path folder;
    private final int port = UberJar.freePort();
    private final Process process;

    /**
     * Starts a proxy and waits until it listens.
     *
     * @param folder for its files
     * @param certificate for {@code localhost}
     * @param serverPort where the server listens on 127.0.0.1
     */
    public ReverseProxy(Kind kind, Path folder, SelfSignedCertificate certificate, int serverPort) {
        this.kind = kind;
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve("pages"));
            Path sample = folder.resolve(kind.sample);
            Files.writeString(sample, sampleForHere(certificate, serverPort));
            Path all = folder.resolve("all-" + kind.sample);
            Files.writeString(
                    all,
                    SURROUNDINGS
                            .get(kind)
                            .replace("${sample}", sample.toString())
                            .replace("${modules}", modules())
                            .replace("${folder}", folder.toString())
                            .replace("${port}", String.valueOf(port)));
            var builder = new ProcessBuilder(command(sample, all))
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile());
            // the state and the certificates that Caddy keeps
            builder.environment().put("HOME", folder.toString());
            builder.environment().put("XDG_DATA_HOME", folder.toString());
            builder.environment().put("XDG_CONFIG_HOME", folder.toString());
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Await.until(kind + " to listen", () -> accepts() || !process.isAlive(), this::output);
        if (!process.isAlive()) {
            throw new AssertionError(kind + " ended:\n" + output());
        }
    }

    /** The public address of the server, with a slash at its end. */
    public URI address(String path) {
        return URI.create("https://localhost:" + port + path);
    }

    /** What the proxy has printed so far. */
    public String output() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }

    /** Ends the proxy in an orderly way: killed, nginx and httpd would leave their workers. */
    @Override
    public void close() {
        process.destroy();
        Await.until(kind + " to end", () -> !process.isAlive(), this::output);
    }

    private String sampleForHere(SelfSignedCertificate certificate, int serverPort) throws IOException {
        Map<String, String> here = new LinkedHashMap<>();
        here.put(kind.listening, kind.listeningHere.replace("${port}", String.valueOf(port)));
        here.put("127.0.0.1:8080", "127.0.0.1:" + serverPort);
        if (kind == Kind.HAPROXY) {
            Path both = folder.resolve("both.pem");
            Files.writeString(both, Files.readString(certificate.certificate()) + Files.readString(certificate.key()));
            here.put("/etc/haproxy/www.example.org.pem", both.toString());
        } else {
            here.put(
                    "/etc/ssl/www.example.org/fullchain.pem",
                    certificate.certificate().toString());
            here.put("/etc/ssl/www.example.org/privkey.pem", certificate.key().toString());
        }
        switch (kind) {
            case NGINX -> {
                here.put("_timeout 60s", "_timeout " + IDLE_SECONDS + "s");
                here.put("www.example.org", "localhost");
            }
            case APACHE -> {
                here.put("ProxyTimeout 60", "ProxyTimeout " + IDLE_SECONDS);
                here.put("www.example.org", "localhost");
            }
            case HAPROXY -> {
                for (String timeout : List.of("client", "server", "tunnel")) {
                    here.put("timeout " + timeout + " 60s", "timeout " + timeout + " " + IDLE_SECONDS + "s");
                }
            }
            case CADDY -> {
                // has no timeout for WebSockets, and its name is where it listens
            }
        }
        String text = Files.readString(Project.path("server-config", "proxy", kind.sample));
        for (Map.Entry<String, String> entry : here.entrySet()) {
            if (!text.contains(entry.getKey())) {
                throw new IllegalStateException(kind.sample + " does not contain " + entry.getKey());
            }
            text = text.replace(entry.getKey(), entry.getValue());
        }
        return text;
    }

    private static String modules() {
        StringBuilder lines = new StringBuilder();
        for (String module : APACHE_MODULES) {
            lines.append("LoadModule ")
                    .append(module)
                    .append("_module /usr/lib/apache2/modules/mod_")
                    .append(module)
                    .append(".so\n");
        }
        return lines.toString();
    }

    private List<String> command(Path sample, Path all) {
        String executable = Tools.find(kind.command).map(Path::toString).orElse(kind.command);
        return switch (kind) {
            case NGINX -> List.of(executable, "-c", all.toString());
            case APACHE -> List.of(executable, "-f", all.toString(), "-DFOREGROUND");
            case HAPROXY -> List.of(executable, "-db", "-f", sample.toString());
            case CADDY -> List.of(executable, "run", "--adapter", "caddyfile", "--config", all.toString());
        };
    }

    private Path log() {
        return folder.resolve("log");
    }

    private boolean accepts() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
