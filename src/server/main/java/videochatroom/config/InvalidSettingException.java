package videochatroom.config;

/** A setting has a value that is not allowed. The message is one line; there is no stack trace. */
public final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSettingException(Setting<?> setting, String value, String allowed) {
        super(
                "Setting %s is \"%s\"; allowed is: %s.".formatted(setting.name(), setting.shown(value), allowed),
                null,
                false,
                false);
    }
}
