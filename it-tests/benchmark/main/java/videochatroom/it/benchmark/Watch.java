package videochatroom.it.benchmark;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits, and throws an exception as soon as a failure is reported. Thread-safe. */
final class Watch {

    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    /** Reports a failure. Only the first one counts. */
    void fail(Throwable cause) {
        failure.completeExceptionally(cause);
    }

    /** Waits for this time. */
    void pass(Duration time) {
        try {
            failure.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException nothingWrong) {
            return;
        } catch (ExecutionException e) {
            throw new BenchmarkFailure(String.valueOf(e.getCause().getMessage()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("Interrupted", e);
        }
    }

    /**
     * Waits for a future.
     *
     * @param what is awaited, for the message if it does not complete in time
     */
    void await(CompletableFuture<Void> awaited, Duration timeout, String what) {
        try {
            CompletableFuture.anyOf(awaited, failure).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new BenchmarkFailure("Timeout while waiting for " + what, e);
        } catch (ExecutionException e) {
            throw new BenchmarkFailure(String.valueOf(e.getCause().getMessage()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("Interrupted", e);
        }
    }
}
