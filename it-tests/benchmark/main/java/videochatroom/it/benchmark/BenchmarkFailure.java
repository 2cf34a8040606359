package videochatroom.it.benchmark;

/** A message was lost, altered or out of order, or a server did what it must not: no figure of this run counts. */
final class BenchmarkFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BenchmarkFailure(String message) {
        super(message);
    }

    BenchmarkFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
