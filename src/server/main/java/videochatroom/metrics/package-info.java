/**
 * What is counted and timed for the operator. The only package that knows Prometheus' library.
 *
 * <p>May know {@code protocol}, whose error codes are labels.
 */
package videochatroom.metrics;
