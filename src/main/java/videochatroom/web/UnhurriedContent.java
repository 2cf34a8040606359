package videochatroom.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The body of an answer, written as fast as its reader takes it and on no thread that waits for him (Jakarta Servlet
 * 6.0, "Non Blocking IO"). Whoever has not read it when the time is over loses the rest on WildFly; Payara keeps it for
 * as long as the connection lasts.
 */
final class UnhurriedContent implements WriteListener {

    private static final Logger LOG = Logger.getLogger(UnhurriedContent.class.getName());

    /** What is handed over at once: a container that can't write it may keep that much. */
    private static final int PART_BYTES = 8_192;

    /** Enough for the largest of the client's files, compressed, at half a kilobyte a second. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final byte[] content;
    private final ServletOutputStream out;
    private final AsyncContext answer;
    private final AtomicBoolean ended = new AtomicBoolean();
    private int written;

    private UnhurriedContent(byte[] content, ServletOutputStream out, AsyncContext answer) {
        this.content = content;
        this.out = out;
        this.answer = answer;
    }

    /** Answers with these bytes, which nobody may change; whatever else the answer has must have been set. */
    static void write(byte[] content, HttpServletRequest request, HttpServletResponse response) throws IOException {
        AsyncContext answer = request.startAsync();
        answer.setTimeout(PATIENCE.toMillis());
        ServletOutputStream out = response.getOutputStream();
        out.setWriteListener(new UnhurriedContent(content, out, answer));
    }

    @Override
    public void onWritePossible() {
        try {
            while (written < content.length && out.isReady()) {
                int part = Math.min(PART_BYTES, content.length - written);
                out.write(content, written, part);
                written += part;
            }
        } catch (IOException gone) {
            // told to nobody by some containers
            onError(gone);
            return;
        }
        if (written == content.length) {
            end();
        }
    }

    @Override
    public void onError(Throwable gone) {
        LOG.log(Level.FINE, "Somebody has not read all of an answer", gone);
        end();
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            answer.complete();
        }
    }
}
