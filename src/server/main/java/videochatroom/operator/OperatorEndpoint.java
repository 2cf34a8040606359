package videochatroom.operator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers an operator, who has shown that he is one. Thread-safe. */
interface OperatorEndpoint {

    /** Answers a GET. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
