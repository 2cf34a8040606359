package videochatroom.launcher;

import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * One line a message, and a stack trace where there is one, but not for a setting that is not allowed: the application
 * says that in a line of its own, and the container's traces through all its layers would bury it. Thread-safe.
 */
public final class LogFormatter extends SimpleFormatter {

    private static final String SAID_ALREADY = "videochatroom.config.InvalidSettingException";

    @Override
    public String format(LogRecord message) {
        return isSaidAlready(message) ? "" : super.format(message);
    }

    private static boolean isSaidAlready(LogRecord message) {
        // by its name, since the application's classes are not the launcher's; the container copies it into its own
        String said = message.getMessage() + message.getThrown();
        return said.contains(SAID_ALREADY);
    }
}
