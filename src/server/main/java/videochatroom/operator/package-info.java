/**
 * What the server tells its operator, below {@code api/operator/}: closed to everybody else, and not there at all where
 * the setting {@code operator.token} is not set.
 */
package videochatroom.operator;
