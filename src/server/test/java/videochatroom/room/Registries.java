package videochatroom.room;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;
import videochatroom.config.Settings;
import videochatroom.config.SigningKey;

/** Registries and requests for tests. */
final class Registries {

    private Registries() {}

    static RoomRegistry with(Map<String, String> settings) {
        return with(settings, SigningKey.of(Optional.empty()), System::nanoTime);
    }

    /** A registry of one run of a server; another with the same key is that of its next run. */
    static RoomRegistry with(Map<String, String> settings, SigningKey key, LongSupplier nanoTime) {
        var config = ConfigProviderResolver.instance()
                .getBuilder()
                .withSources(new Values(settings))
                .build();
        return new RoomRegistry(
                Settings.read(config),
                new ResumeTokens(key, () -> Instant.EPOCH.plusNanos(nanoTime.getAsLong())),
                nanoTime);
    }

    /** What our own client asks for when it comes first. */
    static JoinRequest full(RoomName room) {
        return new JoinRequest(room, true, Optional.empty(), Optional.empty(), false, false);
    }

    /** The same, ready to wait. */
    static JoinRequest waiting(RoomName room) {
        return new JoinRequest(room, true, Optional.empty(), Optional.empty(), false, true);
    }

    /** The same, of one who can show that it is he who asks once more. */
    static JoinRequest asking(RoomName room, String attempt) {
        return new JoinRequest(room, true, Optional.empty(), Optional.of(attempt), false, true);
    }

    /** What our own client asks for when it had a seat, and its connection is still there. */
    static JoinRequest resuming(RoomName room, Optional<String> token) {
        return new JoinRequest(room, true, token, Optional.empty(), true, true);
    }

    /** The same, of one who can show that it is he who tries again. */
    static JoinRequest resuming(RoomName room, Optional<String> token, String attempt) {
        return new JoinRequest(room, true, token, Optional.of(attempt), true, true);
    }

    /** What the original's client asks for. */
    static JoinRequest bare(RoomName room) {
        return new JoinRequest(room, false, Optional.empty(), Optional.empty(), false, false);
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
