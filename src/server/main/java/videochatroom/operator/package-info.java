/**
 * The operator's addresses, below {@code api/operator/}: the ICE check and the metrics. They need the token of the
 * setting {@code operator.token}, and do not exist without that setting.
 *
 * <p>May know {@code config}, {@code protocol}, {@code ice}, {@code ice.check} and {@code metrics}.
 */
package videochatroom.operator;
