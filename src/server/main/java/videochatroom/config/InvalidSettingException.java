package videochatroom.config;

/** A setting has a value that is not allowed. One line says which; a stack trace would add nothing to it. */
public final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSettingException(String message) {
        super(message, null, false, false);
    }
}
