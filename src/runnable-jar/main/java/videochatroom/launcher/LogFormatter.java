package videochatroom.launcher;

import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * Formats a message as one line, with its stack trace if it has one. Leaves out the container's messages about a
 * setting that is not allowed: the application has logged it in a line of its own, which the traces would hide.
 * Thread-safe.
 */
public final class LogFormatter extends SimpleFormatter {

    private static final String LOGGED_ALREADY = "videochatroom.config.InvalidSettingException";

    @Override
    public String format(LogRecord message) {
        return isLoggedAlready(message) ? "" : super.format(message);
    }

    private static boolean isLoggedAlready(LogRecord message) {
        // By name: the class is not on the launcher's class path, and the container copies its name into other
        // exceptions.
        String text = message.getMessage() + message.getThrown();
        return text.contains(LOGGED_ALREADY);
    }
}
