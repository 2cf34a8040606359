package videochatroom.config;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings when the application starts, so that a wrong one stops it there and not in somebody's call. */
@ApplicationScoped
class SettingsAtStart {

    private static final Logger LOG = Logger.getLogger(SettingsAtStart.class.getName());

    @Produces
    @Singleton
    Settings settings() {
        try {
            return Settings.read(ConfigProvider.getConfig());
        } catch (InvalidSettingException wrong) {
            // Once in a line of its own, before the container wraps it into all it has to say of a failed deployment.
            LOG.severe(wrong.getMessage());
            throw wrong;
        }
    }

    @Produces
    @Singleton
    SigningKey signingKey(Settings settings) {
        return SigningKey.of(settings.keyFile());
    }

    /** Before everything else that the start of the application begins. */
    void require(@Observes @Initialized(ApplicationScoped.class) @Priority(1) Object start, Settings settings) {
        // to be injected they had to be read
    }
}
