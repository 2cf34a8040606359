package videochatroom.web;

import static videochatroom.config.KnownSettings.MAX_ROOMS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import videochatroom.config.Settings;
import videochatroom.room.RoomRegistry;

/** Whether the application works, for health checks. Thread-safe. Its methods only read counters. */
@ApplicationScoped
class Health {

    /** The sweep runs every second. If it has not run for this long, it has stopped. */
    private static final Duration STALL_TIMEOUT = Duration.ofMinutes(1);

    private RoomRegistry registry;
    private Settings settings;

    @Inject
    void use(RoomRegistry roomRegistry, Settings allSettings) {
        registry = roomRegistry;
        settings = allSettings;
    }

    /** Whether the application works. If not, only a restart helps. */
    boolean isLive() {
        return registry.sweptWithin(STALL_TIMEOUT);
    }

    /** Whether calls may come: the application works, and has fewer rooms than {@code room.max-rooms}. */
    boolean isReady() {
        return isLive() && registry.size() < settings.get(MAX_ROOMS);
    }
}
