package videochatroom.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All servers that can take part, started as an operator would start them. */
final class Contestants {

    /** The original's stack, the reference of the ratios. */
    static final String ORIGINAL = "nestjs-socket.io";

    /** A minimal relay on the JVM, the upper bound. */
    static final String FLOOR = "netty";

    /** This project's runnable jar. */
    static final String UBER_JAR = "uber-jar";

    /** This project's WAR on WildFly. */
    static final String WILDFLY = "wildfly";

    /** A suffix: this project's server with other JVM options or arguments, to compare them. */
    private static final String VARIED = "-varied";

    /** The PeerJS server. */
    static final String PEERJS = "peerjs";

    /** Payara Micro with an empty application. It is only started. */
    static final String EMPTY_PAYARA = "payara-empty";

    /** All names, in the order of measuring. */
    static final String ALL = String.join(",", ORIGINAL, UBER_JAR, WILDFLY, PEERJS, FLOOR, EMPTY_PAYARA);

    /** How many ports a server may use. */
    static final int PORTS = 5;

    private static final String CONTEXT = "/video-chat-room";
    private static final String ENDPOINT = CONTEXT + "/api/signaling";

    private final Path target = Options.target();
    private final Path directory = target.resolve("benchmark");
    /** The jar of an older build, which ours is compared with. */
    private final Optional<String> against;

    private final List<String> javaOptions;
    private final List<String> arguments;

    Contestants(Options options) {
        this.against = Optional.of(options.text("against", "")).filter(jar -> !jar.isEmpty());
        this.javaOptions = words(options.text("java-options", ""));
        this.arguments = words(options.text("arguments", ""));
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The servers that take part by default: all, or the builds that are compared. */
    String byDefault() {
        return against.isEmpty() ? ALL : String.join(",", Comparison.BEFORE, UBER_JAR, Comparison.CONTROL);
    }

    /** Whether ours is compared with an older build. */
    boolean areCompared() {
        return against.isPresent();
    }

    /** The servers of these names that this machine can run. Prints a line about the others. */
    List<Contestant> available(List<String> names) {
        boolean node = NodePackage.canBeInstalled();
        if (!node) {
            System.out.println("Without " + ORIGINAL + " and " + PEERJS + ": Node is not installed.");
        }
        List<Contestant> available = new ArrayList<>();
        for (String name : names) {
            if (node || !(name.equals(ORIGINAL) || name.equals(PEERJS))) {
                available.add(contestant(name));
            }
        }
        return available;
    }

    private Contestant contestant(String name) {
        return switch (name) {
            case ORIGINAL -> {
                var dialect = new SocketIoDialect();
                yield NodePeer.install(ORIGINAL, dialect, "/socket.io/?EIO=4&transport=websocket");
            }
            case PEERJS -> NodePeer.install(PEERJS, new PeerJsDialect(), "/peerjs?key=peerjs&id=probe&token=probe");
            case UBER_JAR -> uberJar(name, built(), List.of(), List.of());
            case UBER_JAR + VARIED -> uberJar(name, built(), javaOptions, arguments);
            case Comparison.BEFORE, Comparison.CONTROL -> uberJar(name, against.orElseThrow(), List.of(), List.of());
            case WILDFLY -> wildFly(name, List.of(), List.of());
            case WILDFLY + VARIED -> wildFly(name, javaOptions, arguments);
            case FLOOR -> floor();
            case EMPTY_PAYARA -> emptyPayara();
            default -> throw new IllegalArgumentException("No server is called " + name + "; there are " + ALL);
        };
    }

    private String built() {
        return target.resolve("video-chat-room.jar").toString();
    }

    private Contestant uberJar(String name, String jar, List<String> javaOptions, List<String> arguments) {
        return new Contestant(
                name,
                port -> Stream.concat(
                                java(javaOptions, "-jar", jar, "--port", String.valueOf(port)).stream(),
                                arguments.stream())
                        .toList(),
                settings(),
                ENDPOINT,
                new EnvelopeDialect(ENDPOINT));
    }

    private Contestant wildFly(String name, List<String> javaOptions, List<String> arguments) {
        Map<String, String> environment = new HashMap<>(settings());
        if (!javaOptions.isEmpty()) {
            environment.put("JAVA_OPTS", String.join(" ", javaOptions));
        }
        return new Contestant(
                name,
                port -> Stream.concat(new WildFly(target, name).command(port).stream(), arguments.stream())
                        .toList(),
                environment,
                ENDPOINT,
                new EnvelopeDialect(ENDPOINT));
    }

    private Contestant floor() {
        String classPath = System.getProperty("java.class.path");
        return new Contestant(
                FLOOR,
                port -> java(List.of(), "-cp", classPath, NettyRelay.class.getName(), String.valueOf(port)),
                Map.of(),
                "/",
                new EnvelopeDialect("/"));
    }

    private Contestant emptyPayara() {
        String payara = target.resolve("servers/payara-micro.jar").toString();
        String war = EmptyWar.write(directory.resolve("empty.war")).toString();
        return new Contestant(
                EMPTY_PAYARA,
                port -> java(
                        List.of(),
                        "-jar",
                        payara,
                        "--deploy",
                        war,
                        "--nocluster",
                        "--disablephonehome",
                        "--port",
                        String.valueOf(port)),
                Map.of(),
                "/empty/index.html",
                null);
    }

    /** Raises the limits of single participants, because one participant of the generator represents hundreds. */
    private Map<String, String> settings() {
        return Map.of(
                "SIGNALING_RATE_MESSAGES_PER_SECOND",
                "100000",
                "SIGNALING_RATE_BURST",
                "1000000",
                "ROOM_MAX_ROOMS",
                "100000",
                "ICE_SERVERS",
                "none",
                "SEAT_KEY_FILE",
                directory.resolve("seat-key").toString());
    }

    /** Separated by blanks. */
    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> java(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(Arrays.asList(arguments));
        return command;
    }
}
