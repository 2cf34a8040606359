package videochatroom.it.benchmark;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting that ends as soon as something is wrong. Thread-safe. */
final class Watch {

    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    /** Notes that something is wrong; the first is what counts. */
    void fail(Throwable cause) {
        failure.completeExceptionally(cause);
    }

    /** Lets this time pass. */
    void pass(Duration time) {
        try {
            failure.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException nothingWrong) {
            return;
        } catch (ExecutionException e) {
            throw new BenchmarkFailure(String.valueOf(e.getCause().getMessage()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("Ended", e);
        }
    }

    /** Waits for something; what, is for the message if it does not come in time. */
    void await(CompletableFuture<Void> awaited, Duration patience, String what) {
        try {
            CompletableFuture.anyOf(awaited, failure).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new BenchmarkFailure("Waited in vain for " + what, e);
        } catch (ExecutionException e) {
            throw new BenchmarkFailure(String.valueOf(e.getCause().getMessage()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("Ended", e);
        }
    }
}
