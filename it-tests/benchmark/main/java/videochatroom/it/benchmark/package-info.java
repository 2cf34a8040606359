/**
 * Measures the throughput and the resources of this server and of others in one run, and finds leaks.
 *
 * <p>{@link videochatroom.it.benchmark.Benchmark} measures servers ({@code mvn verify -Pbenchmark}),
 * {@link videochatroom.it.benchmark.PageBenchmark} the pages ({@code mvn verify -Ppage-benchmark}), and
 * {@link videochatroom.it.benchmark.Soak} finds leaks ({@code mvn verify -Plong-soak}). One thread of a
 * {@link videochatroom.it.benchmark.Generator} sends all messages and verifies each one it receives.
 * {@code it-tests/benchmark/README.md} explains the figures.
 */
package videochatroom.it.benchmark;
