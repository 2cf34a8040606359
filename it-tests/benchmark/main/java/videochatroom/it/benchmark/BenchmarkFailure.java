package videochatroom.it.benchmark;

/** A message was lost, altered or out of order, or a server failed. It invalidates all figures of the run. */
final class BenchmarkFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BenchmarkFailure(String message) {
        super(message);
    }

    BenchmarkFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
