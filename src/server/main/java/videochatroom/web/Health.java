package videochatroom.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import videochatroom.config.Settings;
import videochatroom.room.RoomRegistry;

/** Whether the application is well, for whatever starts and watches servers. Thread-safe; asking costs nothing. */
@ApplicationScoped
class Health {

    /** Seats are looked after every second: one who has not done so for so long will not do it again. */
    private static final Duration MAY_STALL = Duration.ofMinutes(1);

    private RoomRegistry registry;
    private Settings settings;

    @Inject
    void use(RoomRegistry roomRegistry, Settings allSettings) {
        registry = roomRegistry;
        settings = allSettings;
    }

    /** Whether it goes on working; where it does not, only a new start helps. */
    boolean isLive() {
        return registry.sweptWithin(MAY_STALL);
    }

    /** Whether calls may come: it lives, and {@code room.max-rooms} leaves a room for them. */
    boolean isReady() {
        return isLive() && registry.size() < settings.maxRooms();
    }
}
