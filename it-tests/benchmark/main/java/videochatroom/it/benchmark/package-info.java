/**
 * What the server carries, what it costs, and whether it stays as it was: our own server beside others in one run.
 *
 * <p>{@link videochatroom.it.benchmark.Benchmark} measures ({@code mvn verify -Pbenchmark}),
 * {@link videochatroom.it.benchmark.Soak} looks for what a long run leaves behind ({@code mvn verify -Plong-soak}). The
 * load comes from one thread of a {@link videochatroom.it.benchmark.Generator}, which checks each message that it gets.
 * What each figure means is in {@code it-tests/benchmark/README.md}.
 */
package videochatroom.it.benchmark;
