package videochatroom.config;

import static videochatroom.config.KnownSettings.KEY_FILE;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings when the application starts, so that a wrong one stops the deployment and not a call. */
@ApplicationScoped
class SettingsProducer {

    private static final Logger LOG = Logger.getLogger(SettingsProducer.class.getName());

    @Produces
    @Singleton
    Settings settings() {
        try {
            return Settings.read(ConfigProvider.getConfig());
        } catch (InvalidSettingException wrong) {
            // A line of its own, before the container reports the failed deployment with all its stack traces.
            LOG.severe(wrong.getMessage());
            throw wrong;
        }
    }

    @Produces
    @Singleton
    SigningKey signingKey(Settings settings) {
        return SigningKey.of(settings.get(KEY_FILE));
    }

    /** Has the settings read before anything else starts. */
    void require(@Observes @Initialized(ApplicationScoped.class) @Priority(1) Object start, Settings settings) {
        // Nothing to do: they are read to be injected.
    }
}
