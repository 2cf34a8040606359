/** What is counted and timed, for the operator. The only package that knows how: by Prometheus' library. */
package videochatroom.metrics;
