/**
 * The STUN and TURN servers that a participant's browser uses, and its credentials for them.
 *
 * <p>May know {@code config} and {@code protocol}.
 */
package videochatroom.ice;
