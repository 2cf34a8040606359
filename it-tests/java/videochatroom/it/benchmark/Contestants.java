package videochatroom.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Every server that can take part, started as an operator would. */
final class Contestants {

    /** The original's stack: what the ratios are to. */
    static final String ORIGINAL = "nestjs-socket.io";

    /** The least that a relay on the JVM can do. */
    static final String FLOOR = "netty";

    /** What the build makes. */
    static final String UBER_JAR = "uber-jar";

    /** Everybody, in the order of measuring. */
    static final String ALL = UBER_JAR + "," + FLOOR;

    /** How many ports one of them may use. */
    static final int PORTS = 5;

    private static final String CONTEXT = "/video-chat-room";
    private static final String ENDPOINT = CONTEXT + "/api/signaling";

    private final Path target = Options.target();
    private final Path directory = target.resolve("benchmark");
    private final String[] javaOptions;

    Contestants(Options options) {
        this.javaOptions = options.text("java-options", "").trim().split("\\s+", -1);
    }

    /** Those asked for that this machine can run; says in a line which one it cannot. */
    List<Contestant> available(List<String> names) {
        List<Contestant> all = new ArrayList<>(List.of(uberJar(), floor()));
        return all.stream().filter(one -> names.contains(one.name())).toList();
    }

    private Contestant uberJar() {
        Path jar = target.resolve("video-chat-room.jar");
        return new Contestant(
                UBER_JAR,
                port -> java(javaOptions, "-jar", jar.toString(), "--port", String.valueOf(port)),
                settings(),
                ENDPOINT,
                new EnvelopeDialect(ENDPOINT));
    }

    private Contestant floor() {
        return new Contestant(
                FLOOR,
                port -> java(
                        new String[0],
                        "-cp",
                        System.getProperty("java.class.path"),
                        NettyRelay.class.getName(),
                        String.valueOf(port)),
                Map.of(),
                "/",
                new EnvelopeDialect("/"));
    }

    /**
     * The limits on a single participant are raised: one of the generator's stands for hundreds. Nobody outside is
     * asked for anything.
     */
    private Map<String, String> settings() {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "SIGNALING_RATE_MESSAGES_PER_SECOND", "100000",
                "SIGNALING_RATE_BURST", "1000000",
                "ROOM_MAX_ROOMS", "100000",
                "ICE_SERVERS", "none",
                "SEAT_KEY_FILE", directory.resolve("seat-key").toString());
    }

    private static List<String> java(String[] options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Arrays.stream(options).filter(option -> !option.isEmpty()).forEach(command::add);
        command.addAll(Arrays.asList(arguments));
        return command;
    }
}
