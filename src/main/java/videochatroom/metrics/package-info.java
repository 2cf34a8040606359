/** What is counted and timed, for the operator. The only package that knows how: by Micrometer, for Prometheus. */
package videochatroom.metrics;
