package videochatroom.config;

import static videochatroom.config.KnownSettings.ICE_SERVERS;
import static videochatroom.config.KnownSettings.MAX_MESSAGE_BYTES;
import static videochatroom.config.KnownSettings.MAX_OUTBOX_BYTES;
import static videochatroom.config.KnownSettings.PING_INTERVAL;
import static videochatroom.config.KnownSettings.RELAY_ONLY;
import static videochatroom.config.KnownSettings.SILENCE_TIMEOUT;
import static videochatroom.config.KnownSettings.TURN_SECRET;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** The values of all {@link KnownSettings}. Each is allowed, and they fit together. Immutable and thread-safe. */
public final class Settings {

    private final Map<Setting<?>, Object> values;

    private Settings(Map<Setting<?>, Object> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Reads and checks all settings.
     *
     * @throws InvalidSettingException for the first one that is not allowed
     */
    public static Settings read(Config config) {
        Map<Setting<?>, Object> values = new HashMap<>();
        KnownSettings.all().forEach(setting -> values.put(setting, setting.read(config)));
        var settings = new Settings(values);
        settings.requireConsistency();
        return settings;
    }

    /** The value of a setting; never null. */
    @SuppressWarnings("unchecked") // read() put a value of this setting's type there
    public <T> T get(Setting<T> setting) {
        return (T) values.get(setting);
    }

    private void requireConsistency() {
        if (get(MAX_OUTBOX_BYTES) <= get(MAX_MESSAGE_BYTES)) {
            throw refuse(MAX_OUTBOX_BYTES, get(MAX_OUTBOX_BYTES), moreThan(MAX_MESSAGE_BYTES, get(MAX_MESSAGE_BYTES)));
        }
        boolean turn = get(ICE_SERVERS).stream().anyMatch(address -> address.startsWith("turn"));
        if (turn && get(TURN_SECRET).isEmpty()) {
            throw new InvalidSettingException(
                    TURN_SECRET, "none", "a secret, since %s names TURN servers".formatted(ICE_SERVERS.name()));
        }
        if (get(RELAY_ONLY) && !turn) {
            throw refuse(RELAY_ONLY, true, "false, since %s names no TURN server".formatted(ICE_SERVERS.name()));
        }
        if (get(SILENCE_TIMEOUT).compareTo(get(PING_INTERVAL)) <= 0) {
            throw refuse(
                    SILENCE_TIMEOUT,
                    get(SILENCE_TIMEOUT).toSeconds(),
                    moreThan(PING_INTERVAL, get(PING_INTERVAL).toSeconds()));
        }
    }

    private static InvalidSettingException refuse(Setting<?> setting, Object value, String allowed) {
        return new InvalidSettingException(setting, value.toString(), allowed);
    }

    private static String moreThan(Setting<?> other, Object itsValue) {
        return "more than %s, which is %s".formatted(other.name(), itsValue);
    }
}
