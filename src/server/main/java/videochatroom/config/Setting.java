package videochatroom.config;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * A property that an operator may set.
 *
 * @param name of the MicroProfile Config property; in the environment upper case with underscores
 * @param defaultText the value where none is set, written as an operator would
 * @param allowed what the value may be, with its unit, for the table and for the error
 * @param meaning what it does, for the table
 * @param parser gives the value of a text; throws {@link IllegalArgumentException} where it is not allowed
 */
public record Setting<T>(String name, String defaultText, String allowed, String meaning, Function<String, T> parser) {

    public Setting {
        Objects.requireNonNull(parser, "parser");
    }

    /** The value set, or the default; throws {@link InvalidSettingException} where it is not allowed. */
    public T in(Config config) {
        Optional<String> set = config.getOptionalValue(name, String.class);
        String text = set.orElse(defaultText).strip();
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException notAllowed) {
            boolean confidential = name.endsWith("secret") || name.endsWith("token");
            String shown = confidential ? "(not shown)" : text.replaceAll("\\s", " ");
            throw new InvalidSettingException("Setting %s is \"%s\"; allowed is: %s.".formatted(name, shown, allowed));
        }
    }

    static Setting<Integer> integer(String name, int defaultValue, int min, int max, String unit, String meaning) {
        return new Setting<>(
                name,
                Integer.toString(defaultValue),
                "a whole number from %d to %d (%s)".formatted(min, max, unit),
                meaning,
                text -> {
                    int value = Integer.parseInt(text);
                    if (value < min || value > max) {
                        throw new IllegalArgumentException();
                    }
                    return value;
                });
    }
}
