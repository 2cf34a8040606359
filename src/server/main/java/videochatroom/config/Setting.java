package videochatroom.config;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * A MicroProfile Config property that an operator may set. Immutable. A setting equals only itself.
 *
 * @param <T> the type of its value
 */
public final class Setting<T> {

    private final String name;
    private final String defaultText;
    private final String allowed;
    private final String meaning;
    private final boolean secret;
    private final Function<String, T> parser;

    /**
     * Declares a setting.
     *
     * @param name of the property; the environment variable is the same in upper case with underscores
     * @param defaultText the value if none is set, as an operator would write it
     * @param allowed the allowed values with their unit, for the table and for errors
     * @param meaning what the setting does, for the table
     * @param secret whether the value is never shown
     * @param parser returns the value of a text, and throws {@link IllegalArgumentException} if it is not allowed
     */
    Setting(
            String name,
            String defaultText,
            String allowed,
            String meaning,
            boolean secret,
            Function<String, T> parser) {
        this.name = Objects.requireNonNull(name, "name");
        this.defaultText = Objects.requireNonNull(defaultText, "defaultText");
        this.allowed = Objects.requireNonNull(allowed, "allowed");
        this.meaning = Objects.requireNonNull(meaning, "meaning");
        this.secret = secret;
        this.parser = Objects.requireNonNull(parser, "parser");
    }

    /** The name of the property. */
    public String name() {
        return name;
    }

    String defaultText() {
        return defaultText;
    }

    String allowed() {
        return allowed;
    }

    String meaning() {
        return meaning;
    }

    /**
     * Reads the value, or the default if there is none.
     *
     * @throws InvalidSettingException if it is not allowed
     */
    T read(Config config) {
        Optional<String> set = config.getOptionalValue(name, String.class);
        String text = set.orElse(defaultText).strip();
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException notAllowed) {
            throw new InvalidSettingException(this, text.replaceAll("\\s", " "), allowed);
        }
    }

    /** A value as an error shows it. */
    String shown(String value) {
        return secret && !value.equals("none") ? "(not shown)" : value;
    }
}
