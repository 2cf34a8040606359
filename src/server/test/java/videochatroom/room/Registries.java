package videochatroom.room;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;
import videochatroom.config.RoomName;
import videochatroom.config.Settings;
import videochatroom.config.SigningKey;
import videochatroom.metrics.Metrics;

/** Makes registries and requests for tests. */
final class Registries {

    private Registries() {}

    static RoomRegistry with(Map<String, String> settings) {
        return with(settings, SigningKey.of(Optional.empty()), System::nanoTime);
    }

    /** The registry of one run of a server. Another one with the same key is that of the next run. */
    static RoomRegistry with(Map<String, String> settings, SigningKey key, LongSupplier nanoTime) {
        var config = ConfigProviderResolver.instance()
                .getBuilder()
                .withSources(new Values(settings))
                .build();
        return new RoomRegistry(
                Settings.read(config),
                new ResumeTokens(key, () -> Instant.EPOCH.plusNanos(nanoTime.getAsLong())),
                new Metrics(IntStream.empty()),
                nanoTime);
    }

    /** The request of a client of the extended protocol that has no seat yet. */
    static JoinRequest full(RoomName room) {
        return new JoinRequest(room, true, Optional.empty(), Optional.empty(), false, false, false);
    }

    /** The same of a client that waits if the room is full. */
    static JoinRequest waiting(RoomName room) {
        return new JoinRequest(room, true, Optional.empty(), Optional.empty(), false, true, false);
    }

    /** The same with an attempt. */
    static JoinRequest asking(RoomName room, String attempt) {
        return new JoinRequest(room, true, Optional.empty(), Optional.of(attempt), false, true, false);
    }

    /** The request of a client that had a seat and keeps its connection. */
    static JoinRequest resuming(RoomName room, Optional<String> token) {
        return new JoinRequest(room, true, token, Optional.empty(), true, true, false);
    }

    /** The same with an attempt. */
    static JoinRequest resuming(RoomName room, Optional<String> token, String attempt) {
        return new JoinRequest(room, true, token, Optional.of(attempt), true, true, false);
    }

    /** The request of a page that comes back and wants its own seat only. */
    static JoinRequest onlyReturning(RoomName room, Optional<String> token) {
        return new JoinRequest(room, true, token, Optional.empty(), false, true, true);
    }

    /** The request of a client of the basic protocol. */
    static JoinRequest bare(RoomName room) {
        return new JoinRequest(room, false, Optional.empty(), Optional.empty(), false, false, false);
    }

    private record Values(Map<String, String> values) implements ConfigSource {
        @Override
        public Set<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public String getValue(String name) {
            return values.get(name);
        }

        @Override
        public String getName() {
            return "test";
        }
    }
}
