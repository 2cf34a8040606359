package videochatroom.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings when the application starts, so that a wrong one stops it there and not in somebody's call. */
@ApplicationScoped
class SettingsAtStart {

    @Produces
    @Singleton
    Settings settings() {
        return Settings.read(ConfigProvider.getConfig());
    }

    void require(@Observes @Initialized(ApplicationScoped.class) Object start, Settings settings) {
        // to be injected they had to be read
    }
}
