package videochatroom.operator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers requests that had the operator's token. Implementations are thread-safe. */
interface OperatorEndpoint {

    /** Answers a {@code GET} request. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
